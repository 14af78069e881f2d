// On paper: the tables and the guides take at most six pages, and no third of a page is blank.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, expectNone, withPage } from "../browser.mjs";
import { in_ } from "../inputs.mjs";

const MAX_PAGES = 6;

/** Low enough to be quick, high enough that a line of text leaves ink. */
const DOTS_PER_INCH = 24;

export async function check(browser, folder) {
  for (const format of ["A4", "Letter"]) {
    const path = in_(folder, "standard.html");
    const pages = await withPage(browser, path, {}, (page) =>
      drawn(page, format),
    );
    expect(pages.length > 1, "nothing is printed");
    expect(
      pages.length <= MAX_PAGES,
      `${format}: ${String(pages.length)} pages`,
    );
    const problems = [];
    // The last page ends where the text does.
    for (const [index, page] of pages.slice(0, -1).entries()) {
      const blank = longestBlank(page);
      if (blank * 3 > page.height)
        problems.push(
          `${format}: ${String(Math.round((blank / page.height) * 100))} % of page ${String(index + 1)} is blank`,
        );
    }
    expectNone(problems);
  }
}

/** What the page prints, as an image of each sheet. */
async function drawn(page, format) {
  const folder = mkdtempSync(join(tmpdir(), "printed-"));
  try {
    const path = join(folder, "page.pdf");
    await page.pdf({ path, format });
    const resolution = ["-r", String(DOTS_PER_INCH), "-gray"];
    execFileSync("pdftoppm", [...resolution, path, join(folder, "sheet")]);
    const sheets = readdirSync(folder).filter((name) => name.endsWith(".pgm"));
    return sheets
      .sort()
      .map((name) => graymap(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A binary graymap: `P5`, the width, the height, the white, then a byte for each dot. */
function graymap(bytes) {
  const head = /^P5\s+(\d+)\s+(\d+)\s+(\d+)\s/.exec(bytes.toString("latin1"));
  const [width, height] = head.slice(1).map(Number);
  return { width, height, dots: bytes.subarray(head[0].length) };
}

/** The most rows without ink in a sequence. */
function longestBlank({ width, height, dots }) {
  let longest = 0;
  let blank = 0;
  for (let row = 0; row < height; row += 1) {
    const line = dots.subarray(row * width, (row + 1) * width);
    blank = line.some((dot) => dot < 240) ? 0 : blank + 1;
    longest = Math.max(longest, blank);
  }
  return longest;
}

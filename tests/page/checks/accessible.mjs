// axe finds nothing: by day and by night, wide and narrow, with scripts and without, and while results are shown.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expectNone, withPage } from "../browser.mjs";
import { in_ } from "../inputs.mjs";
import { search } from "../search.mjs";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
tags.push("best-practice");

/** Which pages it looks at, how wide, and in which colours. */
const LOOKS = [
  ["standard.html", [1280, 375], ["light", "dark"]],
  ["site/1006/index.html", [1280, 375], ["light", "dark"]],
  ["site/4000-4999/index.html", [375], ["light"]],
  ["chat.html", [1280], ["dark"]],
  ["hostile.html", [375], ["light"]],
  ["smallest.html", [1280], ["light"]],
  ["thousand.html", [1280], ["dark"]],
];

export async function check(browser, folder) {
  const problems = [];
  const look = async (name, options, act) => {
    const where = `${name}, ${JSON.stringify(options)}`;
    const path = in_(folder, name);
    const found = await withPage(browser, path, options, async (page) => {
      await act?.(page);
      await page.evaluate(axe);
      return page.evaluate(judge, tags);
    });
    problems.push(...found.map((problem) => `${where}: ${problem}`));
  };
  for (const [name, widths, schemes] of LOOKS) {
    for (const width of widths) {
      for (const colorScheme of schemes) {
        const viewport = { width, height: 900 };
        await look(name, { viewport, colorScheme });
      }
    }
  }
  unscript(folder, "standard.html", "unscripted.html");
  await look("unscripted.html", {});
  for (const colorScheme of ["light", "dark"]) {
    for (const words of ["1006", "proxy", "nothing has these words"]) {
      await look("standard.html", { colorScheme }, (page) =>
        search(page, words),
      );
    }
  }
  expectNone(problems);
}

/** Writes a page without its script: where scripts are turned off, those of axe wait for ever. */
function unscript(folder, name, unscripted) {
  const page = readFileSync(in_(folder, name), "utf8");
  const [before, ...rest] = page.split("<script>");
  const text = rest.map((part) => part.split("</script>")[1]).join("");
  writeFileSync(in_(folder, unscripted), before + text);
}

/** Runs in the page. */
async function judge(values) {
  const runOnly = { type: "tag", values };
  const resultTypes = ["violations"];
  const { violations } = await globalThis.axe.run(document, {
    runOnly,
    resultTypes,
  });
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes[0].html.slice(0, 300)} ${nodes[0].failureSummary}`,
  );
  if (getComputedStyle(document.body).margin !== "0px")
    found.push("it has no style");
  if (document.compatMode !== "CSS1Compat") found.push("it is in quirks mode");
  return found;
}

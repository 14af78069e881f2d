// axe finds nothing: by day and by night, wide and narrow, with scripts and without, and while results are shown.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expectNone, withPage } from "../browser.mjs";
import { PAGES, in_ } from "../inputs.mjs";
import { search } from "../search.mjs";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
tags.push("best-practice");

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
  for (const name of PAGES) {
    // Its rules look at each of many elements: the others have the same kinds of them.
    const isOnce = name === "thousand.html";
    for (const width of isOnce ? [1280] : [1280, 375]) {
      for (const colorScheme of isOnce ? ["dark"] : ["light", "dark"]) {
        const viewport = { width, height: 900 };
        await look(name, { viewport, colorScheme });
      }
    }
  }
  await look("standard.html", { javaScriptEnabled: false });
  for (const colorScheme of ["light", "dark"]) {
    for (const words of ["1006", "proxy", "nothing has these words"]) {
      await look("standard.html", { colorScheme }, (page) =>
        search(page, words),
      );
    }
  }
  expectNone(problems);
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

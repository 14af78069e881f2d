// Pages in a browser, by day, by night and on a phone: axe has nothing to say,
// nothing is loaded beside them and nothing runs.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, ...paths] = process.argv.slice(2);
if (paths.length === 0) {
  console.error("usage: node accessible.mjs CHROMIUM PAGE...");
  process.exit(2);
}
const axe = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
tags.push("best-practice");

const problems = [];
const browser = await chromium.launch({ executablePath });
for (const path of paths) {
  for (const width of [1280, 360]) {
    for (const colorScheme of ["light", "dark"]) {
      const found = await look(path, width, colorScheme);
      const where = `${path}, ${colorScheme}, ${String(width)} pixels`;
      problems.push(...found.map((problem) => `${where}: ${problem}`));
    }
  }
}
await browser.close();

if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}

async function look(path, width, colorScheme) {
  const found = [];
  const address = pathToFileURL(path).href;
  const viewport = { width, height: 900 };
  const page = await browser.newPage({ viewport, colorScheme });
  page.on("request", (request) => {
    if (request.url() !== address) found.push(`it loads ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    found.push("a script of the page ran");
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (message.type() === "error") found.push(message.text());
  });
  await page.goto(address);
  await page.evaluate(axe);
  found.push(...(await page.evaluate(judge, tags)));
  page.removeAllListeners("console");
  if (await page.evaluate(runScript)) found.push("a script could run");
  await page.close();
  return found;
}

/** Runs in the page. */
async function judge(values) {
  const runOnly = { type: "tag", values };
  const { violations } = await globalThis.axe.run(document, { runOnly });
  const found = violations.map(
    ({ help, nodes }) => `${help}: ${nodes[0].html}`,
  );
  if (getComputedStyle(document.body).margin !== "0px") {
    found.push("it has no style");
  }
  if (document.compatMode !== "CSS1Compat") found.push("it is in quirks mode");
  if (document.documentElement.scrollWidth > innerWidth) {
    found.push("it is wider than the window");
  }
  return found;
}

/** Runs in the page: whether a script that got into it would run. */
function runScript() {
  const script = document.createElement("script");
  script.textContent = "document.title = 'it ran'";
  document.head.append(script);
  return document.title === "it ran";
}

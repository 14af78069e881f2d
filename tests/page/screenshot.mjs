// node screenshot.mjs CHROMIUM PAGE OUT WIDTH HEIGHT [light|dark] [#PLACE]: what a window of that size shows of a page, as a PNG.
import { resolve } from "node:path";
import { fileUrl, withBrowser, withPage } from "./browser.mjs";
import { painted } from "./search.mjs";

const [chromium, path, out, width, height, colorScheme, place] =
  process.argv.slice(2);
if (height === undefined) {
  console.error(
    "usage: node screenshot.mjs CHROMIUM PAGE OUT WIDTH HEIGHT [light|dark] [#PLACE]",
  );
  process.exit(2);
}
const viewport = { width: Number(width), height: Number(height) };
const address = fileUrl(resolve(path)) + (place ?? "");
const options = { viewport, colorScheme: colorScheme ?? "light" };
await withBrowser(chromium, (browser) =>
  withPage(browser, address, options, async (page) => {
    await painted(page);
    await page.screenshot({ path: out, animations: "disabled", caret: "hide" });
  }),
);

// node main.mjs CHROMIUM FOLDER CHECK: runs a check of this folder on the pages in FOLDER, which `tests/proof/html.rs` lays out.
import { withBrowser } from "./browser.mjs";

const [chromium, folder, name] = process.argv.slice(2);
if (name === undefined) {
  console.error("usage: node main.mjs CHROMIUM FOLDER CHECK");
  process.exit(2);
}
// Whatever is awaited and never comes: longer than any check takes on a slow machine.
setTimeout(() => {
  console.error(`${name} does not end`);
  process.exit(1);
}, 1_200_000).unref();
const { check } = await import(`./checks/${name}.mjs`);
await withBrowser(chromium, (browser) => check(browser, folder));

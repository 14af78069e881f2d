// The WebSocket of headless Chromium as a measured endpoint. The page holds the socket; each of its events calls `report` out here.

const { chromium } = require("playwright-core");
const { report, obey } = require("../support/endpoint.cjs");
const commands = require("../support/web-socket.cjs");

async function main() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const page = await browser.newPage();
  await page.exposeFunction("report", report);
  obey(
    (command) => page.evaluate(commands[command.do], command),
    () => browser.close().then(() => process.exit()),
  );
  report({
    event: "ready",
    implementation: "chromium",
    version: browser.version(),
  });
}

main();

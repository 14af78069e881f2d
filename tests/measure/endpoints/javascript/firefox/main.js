// The WebSocket of headless Firefox as a measured endpoint. The page holds the socket; each of its events comes out here through
// the console.

const puppeteer = require("puppeteer-core");
const { report, obey } = require("../support/endpoint.cjs");
const commands = require("../support/web-socket.cjs");

async function main() {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX,
    // Without names of hosts there is nothing but loopback.
    extraPrefsFirefox: { "network.dns.disabled": true },
  });
  const page = await browser.newPage();
  page.on("console", (message) => report(JSON.parse(message.text())));
  await page.evaluate(() => {
    globalThis.report = (event) => console.log(JSON.stringify(event));
  });
  obey(
    (command) => page.evaluate(commands[command.do], command),
    () => browser.close().then(() => process.exit()),
  );
  const version = (await browser.version()).replace("firefox/", "");
  report({ event: "ready", implementation: "firefox", version });
}

main();

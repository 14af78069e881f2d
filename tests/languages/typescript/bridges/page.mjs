// node page.mjs FOLDER PORT
//
// The client on a page in headless Chromium, which loads it over loopback.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(new URL("../", import.meta.url));
const { chromium } = require("playwright-core");

const [folder, port] = process.argv.slice(2);

const pages = {
  "/": ["text/html", "<!doctype html><title>Conversation</title>"],
  "/client.js": ["text/javascript", await script("client.js")],
  "/close-code.js": ["text/javascript", await script("close-code.js")],
};

function script(name) {
  return readFile(join(folder, name), "utf8");
}

const server = createServer((request, response) => {
  const [type, text] = pages[request.url] ?? ["text/plain", ""];
  response.writeHead(text === "" ? 404 : 200, { "content-type": type });
  response.end(text);
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
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
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.exposeFunction("print", (line) => {
    console.log(line);
  });
  await page.evaluate(async (port) => {
    const client = await import("/client.js");
    await client.converse(port, WebSocket, client.closeInBrowser, window.print);
  }, port);
} finally {
  await browser.close();
  server.close();
}

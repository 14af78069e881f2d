// The WebSocket of headless Chromium as a measured endpoint: commands as JSON lines in, events as JSON
// lines out. The page holds the socket; each of its events calls `report` out here.

const readline = require("node:readline");
const { chromium } = require("playwright-core");

const report = (event) => process.stdout.write(JSON.stringify(event) + "\n");

// These run in the page.
const commands = {
  connect({ port }) {
    let open = false;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
    socket.addEventListener("open", () => {
      open = true;
      report({ event: "open" });
    });
    socket.addEventListener("close", ({ code, reason, wasClean }) =>
      report(
        open
          ? { event: "closed", code, reason, clean: wasClean }
          : { event: "failed", error: `closed with ${code}` },
      ),
    );
    globalThis.socket = socket;
  },
  close({ code, reason }) {
    try {
      socket.close(code, reason || undefined);
      report({ event: "accepted" });
    } catch (error) {
      report({ event: "refused", error: error.name });
    }
  },
  abandon() {
    globalThis.socket?.close(); // the interface has nothing harder
  },
};

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
  const input = readline.createInterface({ input: process.stdin });
  input.on("close", async () => {
    await browser.close();
    process.exit();
  });
  const page = await browser.newPage();
  await page.exposeFunction("report", report);
  input.on("line", (line) => {
    const command = JSON.parse(line);
    page.evaluate(commands[command.do], command);
  });
  report({
    event: "ready",
    implementation: "chromium",
    version: browser.version(),
  });
}

main();

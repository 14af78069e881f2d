// The WebSocket of headless Chromium as an endpoint of the wire harness: commands as JSON lines in, events as JSON
// lines out. The page holds the socket; each of its events calls `say` out here.

const readline = require("node:readline");
const { chromium } = require("playwright-core");

const say = (event) => process.stdout.write(JSON.stringify(event) + "\n");

// These run in the page.
const commands = {
  connect({ port }) {
    let open = false;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
    socket.addEventListener("open", () => {
      open = true;
      say({ event: "open" });
    });
    socket.addEventListener("close", ({ code, reason, wasClean }) =>
      say(
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
      say({ event: "accepted" });
    } catch (error) {
      say({ event: "refused", error: error.name });
    }
  },
  abandon() {
    globalThis.socket?.close(); // the interface has nothing harder
  },
};

async function main() {
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
  const input = readline.createInterface({ input: process.stdin });
  input.on("close", async () => {
    await browser.close();
    process.exit();
  });
  const page = await browser.newPage();
  await page.exposeFunction("say", say);
  input.on("line", (line) => {
    const command = JSON.parse(line);
    page.evaluate(commands[command.do], command);
  });
  say({
    event: "ready",
    implementation: "chromium",
    version: browser.version(),
  });
}

main();

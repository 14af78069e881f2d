// The WebSocket of headless Firefox as a measured endpoint: commands as JSON lines in, events as JSON lines out. The page holds
// the socket; each of its events comes out here through the console.

const readline = require("node:readline");
const puppeteer = require("puppeteer-core");

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
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX,
    // Without names of hosts there is nothing but loopback.
    extraPrefsFirefox: { "network.dns.disabled": true },
  });
  const input = readline.createInterface({ input: process.stdin });
  input.on("close", async () => {
    await browser.close();
    process.exit();
  });
  const page = await browser.newPage();
  page.on("console", (message) => process.stdout.write(message.text() + "\n"));
  await page.evaluate(() => {
    globalThis.report = (event) => console.log(JSON.stringify(event));
  });
  input.on("line", (line) => {
    const command = JSON.parse(line);
    page.evaluate(commands[command.do], command);
  });
  const version = (await browser.version()).replace("firefox/", "");
  const ready = { event: "ready", implementation: "firefox", version };
  process.stdout.write(JSON.stringify(ready) + "\n");
}

main();

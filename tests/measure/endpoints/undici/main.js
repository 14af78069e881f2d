// undici's WebSocket, the one inside Node, as a measured endpoint: commands as JSON lines in, events as
// JSON lines out.

const readline = require("node:readline");
const { WebSocket } = require("undici");
const { version } = require("undici/package.json");

let socket;

const report = (event) => process.stdout.write(JSON.stringify(event) + "\n");

const commands = {
  connect({ port }) {
    let open = false;
    socket = new WebSocket(`ws://127.0.0.1:${port}/`);
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
    socket?.close(); // the interface has nothing harder
  },
};

report({ event: "ready", implementation: "undici", version });

readline
  .createInterface({ input: process.stdin })
  .on("line", (line) => {
    const command = JSON.parse(line);
    commands[command.do](command);
  })
  .on("close", () => process.exit());

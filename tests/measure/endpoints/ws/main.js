// The package `ws` as a measured endpoint: commands as JSON lines in, events as JSON lines out.

const readline = require("node:readline");
const WebSocket = require("ws");
const { version } = require("ws/package.json");

let socket;

const report = (event) => process.stdout.write(JSON.stringify(event) + "\n");

function opened(ws) {
  socket = ws;
  report({ event: "open" });
  ws.on("error", () => {}); // a close event follows
  ws.addEventListener("close", ({ code, reason, wasClean }) =>
    report({ event: "closed", code, reason, clean: wasClean }),
  );
}

const commands = {
  connect({ port }) {
    const ws = new WebSocket(`ws://127.0.0.1:${port}/`, {
      perMessageDeflate: false,
      handshakeTimeout: 5000,
    });
    const failed = (error) =>
      report({ event: "failed", error: error.code ?? error.name });
    ws.on("error", failed);
    ws.once("open", () => {
      ws.off("error", failed);
      opened(ws);
    });
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
    socket?.terminate();
  },
};

const ready = { event: "ready", implementation: "ws", version };
if (process.argv[2] === "server") {
  const server = new WebSocket.Server({ host: "127.0.0.1", port: 0 });
  server.on("connection", opened);
  server.on("listening", () =>
    report({ ...ready, port: server.address().port }),
  );
} else {
  report(ready);
}

readline
  .createInterface({ input: process.stdin })
  .on("line", (line) => {
    const command = JSON.parse(line);
    commands[command.do](command);
  })
  .on("close", () => process.exit());

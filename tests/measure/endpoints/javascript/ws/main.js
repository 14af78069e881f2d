// The package `ws` as a measured endpoint.

const WebSocket = require("ws");
const { version } = require("ws/package.json");
const { report, obey } = require("../support/endpoint.cjs");

let socket;

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

obey((command) => commands[command.do](command));

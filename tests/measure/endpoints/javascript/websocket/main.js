// The package `websocket` as a measured endpoint.

const http = require("node:http");
const websocket = require("websocket");
const { report, obey } = require("../support/endpoint.cjs");

let connection;

function opened(accepted) {
  connection = accepted;
  report({ event: "open" });
  connection.on("error", () => {}); // a close event follows
  connection.on("close", (code, reason) =>
    report({ event: "closed", code, reason: reason ?? null, clean: null }),
  );
}

const commands = {
  connect({ port }) {
    const client = new websocket.client();
    client.on("connectFailed", (error) =>
      report({ event: "failed", error: error.code ?? error.name }),
    );
    client.on("connect", opened);
    client.connect(`ws://127.0.0.1:${port}/`);
  },
  close({ code, reason }) {
    try {
      connection.close(code, reason || undefined);
      report({ event: "accepted" });
    } catch (error) {
      report({ event: "refused", error: error.name });
    }
  },
  abandon() {
    connection?.drop(websocket.connection.CLOSE_REASON_ABNORMAL, "", true);
  },
};

const identifiers = Object.fromEntries(
  Object.entries(websocket.connection)
    .filter(([name]) => name.startsWith("CLOSE_REASON_"))
    .map(([name, code]) => [code, name]),
);

const ready = {
  event: "ready",
  implementation: "websocket",
  version: websocket.version,
  identifiers,
};
if (process.argv[2] === "server") {
  const httpServer = http.createServer();
  const server = new websocket.server({
    httpServer,
    autoAcceptConnections: true,
    keepalive: false,
  });
  server.on("connect", opened);
  httpServer.listen(0, "127.0.0.1", () =>
    report({ ...ready, port: httpServer.address().port }),
  );
} else {
  report(ready);
}

obey((command) => commands[command.do](command));

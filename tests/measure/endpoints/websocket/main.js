// The package `websocket` as a measured endpoint: commands as JSON lines in, events as JSON lines out.

const http = require("node:http");
const readline = require("node:readline");
const websocket = require("websocket");

let connection;

const report = (event) => process.stdout.write(JSON.stringify(event) + "\n");

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

readline
  .createInterface({ input: process.stdin })
  .on("line", (line) => {
    const command = JSON.parse(line);
    commands[command.do](command);
  })
  .on("close", () => process.exit());

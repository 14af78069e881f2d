// The package `websocket-driver` on sockets of Node, as its readme has it, as a measured endpoint.

const http = require("node:http");
const net = require("node:net");
const websocket = require("websocket-driver");
const { version } = require("websocket-driver/package.json");
const { report, obey } = require("../support/endpoint.cjs");

let driver;
let stream;

function start(started, tcp) {
  driver = started;
  stream = tcp;
  let closed = { code: null, reason: null };
  tcp.pipe(driver.io).pipe(tcp);
  driver.messages.on("data", () => {});
  driver.on("open", () => report({ event: "open" }));
  driver.on("error", () => {}); // a close event follows
  driver.on("close", ({ code, reason }) => {
    closed = { code, reason };
    tcp.end();
  });
  // The driver does not report that the stream ended without a Close frame.
  tcp.on("end", () => tcp.end());
  tcp.on("error", ({ code }) => (closed.error = code));
  tcp.on("close", () => report({ event: "closed", ...closed, clean: null }));
}

const commands = {
  connect({ port }) {
    const client = websocket.client(`ws://127.0.0.1:${port}/`);
    const tcp = net.connect(port, "127.0.0.1", () => client.start());
    start(client, tcp);
  },
  close({ code, reason }) {
    report({
      event: driver.close(reason, code) ? "accepted" : "refused",
      error: "false",
    });
  },
  abandon() {
    stream?.destroy();
  },
};

const ready = {
  event: "ready",
  implementation: "websocket-driver",
  version,
};
if (process.argv[2] === "server") {
  const server = http.createServer();
  server.on("upgrade", (request, tcp, body) => {
    const accepted = websocket.http(request);
    accepted.io.write(body);
    start(accepted, tcp);
    accepted.start();
  });
  server.listen(0, "127.0.0.1", () =>
    report({ ...ready, port: server.address().port }),
  );
} else {
  report(ready);
}

obey((command) => commands[command.do](command));

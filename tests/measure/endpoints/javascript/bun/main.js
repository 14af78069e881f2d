// Bun's WebSocket, and the one of `Bun.serve`, as a measured endpoint.

import { obey, report } from "../support/endpoint.cjs";
import * as webSocket from "../support/web-socket.cjs";

globalThis.report = report;

const commands = {
  ...webSocket,
  abandon: () => globalThis.socket?.terminate(),
};

const ready = {
  event: "ready",
  implementation: "bun",
  version: Bun.version,
};
if (process.argv[2] === "server") {
  const server = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    fetch: (request, server) =>
      server.upgrade(request) ? undefined : new Response("", { status: 400 }),
    websocket: {
      sendPings: false,
      open(opened) {
        globalThis.socket = opened;
        report({ event: "open" });
      },
      message() {},
      close: (_, code, reason) =>
        report({ event: "closed", code, reason, clean: null }),
    },
  });
  report({ ...ready, port: server.port });
} else {
  report(ready);
}
obey((command) => commands[command.do](command));

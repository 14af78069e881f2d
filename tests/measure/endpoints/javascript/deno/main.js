// Deno's WebSocket, and its `Deno.upgradeWebSocket`, as a measured endpoint.

import { obey, report } from "../support/endpoint.cjs";
import * as commands from "../support/web-socket.cjs";

globalThis.report = report;

function accept(request) {
  const { socket, response } = Deno.upgradeWebSocket(request, {
    idleTimeout: 0,
  });
  socket.onopen = () => report({ event: "open" });
  socket.onclose = ({ code, reason, wasClean }) =>
    report({ event: "closed", code, reason, clean: wasClean });
  globalThis.socket = socket;
  return response;
}

const ready = {
  event: "ready",
  implementation: "deno",
  version: Deno.version.deno,
};
if (Deno.args[0] === "server") {
  const onListen = ({ port }) => report({ ...ready, port });
  Deno.serve({ hostname: "127.0.0.1", port: 0, onListen }, accept);
} else {
  report(ready);
}
obey((command) => commands[command.do](command));

// Bun's WebSocket, and the one of `Bun.serve`, as a measured endpoint: commands as JSON lines in, events as JSON lines out.

import readline from "node:readline";

let socket;

const report = (event) => console.log(JSON.stringify(event));

const commands = {
  connect({ port }) {
    let open = false;
    socket = new WebSocket(`ws://127.0.0.1:${port}/`, {
      perMessageDeflate: false,
    });
    socket.onopen = () => {
      open = true;
      report({ event: "open" });
    };
    socket.onclose = ({ code, reason, wasClean }) =>
      report(
        open
          ? { event: "closed", code, reason, clean: wasClean }
          : { event: "failed", error: `closed with ${code}` },
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
    socket?.terminate();
  },
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
        socket = opened;
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

readline
  .createInterface({ input: process.stdin })
  .on("line", (line) => {
    const command = JSON.parse(line);
    commands[command.do](command);
  })
  .on("close", () => process.exit());

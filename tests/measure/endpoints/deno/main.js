// Deno's WebSocket, and its `Deno.upgradeWebSocket`, as a measured endpoint: commands as JSON lines in, events as JSON lines out.

import process from "node:process";
import readline from "node:readline";

let socket;

const report = (event) => console.log(JSON.stringify(event));

function start(started) {
  let open = false;
  socket = started;
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
}

const commands = {
  connect({ port }) {
    start(new WebSocket(`ws://127.0.0.1:${port}/`));
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

const ready = {
  event: "ready",
  implementation: "deno",
  version: Deno.version.deno,
};
if (Deno.args[0] === "server") {
  Deno.serve(
    {
      hostname: "127.0.0.1",
      port: 0,
      onListen: ({ port }) => report({ ...ready, port }),
    },
    (request) => {
      const upgraded = Deno.upgradeWebSocket(request, { idleTimeout: 0 });
      start(upgraded.socket);
      return upgraded.response;
    },
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

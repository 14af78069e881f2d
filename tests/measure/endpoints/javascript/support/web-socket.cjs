// The harness's commands for the interface `WebSocket` that browsers have. They need nothing but the globals `WebSocket` and `report`, so
// that a page can run them as well, and keep the socket in the global `socket`.

exports.connect = ({ port }) => {
  let open = false;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
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
  globalThis.socket = socket;
};

exports.close = ({ code, reason }) => {
  try {
    socket.close(code, reason || undefined);
    report({ event: "accepted" });
  } catch (error) {
    report({ event: "refused", error: error.name });
  }
};

/** The interface has nothing harder. */
exports.abandon = () => globalThis.socket?.close();

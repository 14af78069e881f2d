// A proxy in Node that passes messages on, and closes each side as the other one
// did, without ever sending a code that must not be sent.
import { CloseCode, relayOf } from "close-codes";
import { WebSocket } from "ws";

/** Connects each client of `clients`, a `WebSocketServer`, to the server at `url`. */
export function proxy(clients, url) {
  clients.on("connection", (client) => {
    const server = new WebSocket(url);
    client.pause();
    server.on("open", () => {
      client.resume();
    });
    pass(client, server, "server");
    pass(server, client, "client");
  });
}

/** Passes on what comes `from` one side `to` the other, which is a `side`. */
function pass(from, to, side) {
  from.on("message", (data, binary) => {
    to.send(data, { binary });
  });
  from.on("close", (code, reason) => {
    close(to, side, code, reason);
  });
  // The connection is lost, but ws may wait half a minute for its end.
  from.on("error", () => {
    close(to, side, CloseCode.AbnormalClosure, "");
  });
}

/** Closes `socket`, unless that has been done, after its other side ended with `code`. */
function close(socket, side, code, reason) {
  const relay = relayOf(code, side);
  if (relay.kind === "without-code") socket.close();
  else if (relay.kind === "as-is") socket.close(relay.code, reason);
  else socket.close(relay.code);
}

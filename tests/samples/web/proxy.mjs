// URL: the proxy for the server at this URL, on a free port of 127.0.0.1, which it prints.
import { WebSocketServer } from "ws";
import { proxy } from "sample";

const clients = new WebSocketServer({ host: "127.0.0.1", port: 0 });
proxy(clients, process.argv[2]);
clients.on("listening", () => {
  console.log(clients.address().port);
});

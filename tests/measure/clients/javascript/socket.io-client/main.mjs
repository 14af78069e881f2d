import { run } from "../support/run.mjs";
// The build for browsers.
import client from "socket.io-client/dist/socket.io.js";

run("socket.io-client", (url, again, opened) => {
  const socket = client.io(url, { transports: ["websocket"], forceNew: true });
  socket.on("connect", opened);
  socket.on("disconnect", () => {
    if (again === false) socket.disconnect();
    if (again === true) socket.connect();
  });
  return () => {
    again = undefined;
    socket.disconnect();
  };
});

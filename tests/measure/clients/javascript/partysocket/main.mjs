import { run } from "../support/run.mjs";
import { WebSocket } from "partysocket";

run("partysocket", (url, again, opened) => {
  const options =
    again === undefined ? {} : { shouldReconnectOnClose: () => again };
  const socket = new WebSocket(url, [], options);
  socket.addEventListener("open", opened);
  return () => socket.close();
});

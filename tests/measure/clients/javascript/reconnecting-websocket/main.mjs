import { run } from "../support/run.mjs";
import ReconnectingWebSocket from "reconnecting-websocket";

run("reconnecting-websocket", (url, again, opened) => {
  const socket = new ReconnectingWebSocket(url);
  socket.addEventListener("open", opened);
  if (again === false) socket.addEventListener("close", () => socket.close());
  return () => socket.close();
});

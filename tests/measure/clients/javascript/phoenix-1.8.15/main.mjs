import { run } from "../support/run.mjs";
import { Socket } from "phoenix";

run("phoenix", (url, again, opened) => {
  const socket = new Socket(`${url}/socket`);
  if (again !== undefined)
    socket.onClose(() => (again ? socket.connect() : socket.disconnect()));
  socket.connect();
  const channel = socket.channel("news");
  channel.join().receive("ok", opened);
  return () => {
    again = undefined;
    socket.disconnect();
  };
});

import { run } from "../support/run.mjs";
import Pusher from "pusher-js/worker/index.js";

run("pusher-js", (url, again, opened) => {
  const { hostname: wsHost, port: wsPort } = new URL(url);
  const pusher = new Pusher("key", {
    cluster: "",
    wsHost,
    wsPort,
    wssPort: wsPort,
    forceTLS: false,
    enabledTransports: ["ws"],
  });
  pusher.connection.bind("connected", opened);
  pusher.connection.bind("error", () => {
    if (again === false) pusher.disconnect();
  });
  pusher.connection.bind("disconnected", () => {
    if (again === true) pusher.connect();
  });
  return () => {
    again = undefined;
    pusher.disconnect();
  };
});

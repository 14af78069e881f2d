import { run } from "../support/run.mjs";
import { Centrifuge } from "centrifuge";

run("centrifuge", (url, again, opened) => {
  const client = new Centrifuge(url);
  client.on("connected", opened);
  client.on("connecting", ({ code }) => {
    if (again === false && code > 0) client.disconnect();
  });
  client.on("disconnected", ({ code }) => {
    if (again === true && code > 0) client.connect();
  });
  client.connect();
  return () => {
    again = undefined;
    client.disconnect();
  };
});

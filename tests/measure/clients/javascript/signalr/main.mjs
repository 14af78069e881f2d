import { run } from "../support/run.mjs";
import * as signalr from "@microsoft/signalr";

run("@microsoft/signalr", async (url, again, opened) => {
  const never = { nextRetryDelayInMilliseconds: () => null };
  const builder = new signalr.HubConnectionBuilder()
    .withUrl(url.replace("ws:", "http:"), {
      skipNegotiation: true,
      transport: signalr.HttpTransportType.WebSockets,
      WebSocket,
    })
    .configureLogging(signalr.LogLevel.None);
  const connection = (
    again === false
      ? builder.withAutomaticReconnect(never)
      : builder.withAutomaticReconnect()
  ).build();
  connection.onreconnected(opened);
  connection.start().then(opened);
  return () => connection.stop();
});

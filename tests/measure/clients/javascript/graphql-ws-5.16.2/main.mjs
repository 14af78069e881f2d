import { run } from "../support/run.mjs";
import { createClient } from "graphql-ws";

run("graphql-ws", (url, again, opened) => {
  const client = createClient({
    url,
    on: { connected: opened },
    ...(again !== undefined && { shouldRetry: () => again }),
  });
  const sink = { next() {}, error() {}, complete() {} };
  const unsubscribe = client.subscribe(
    { query: "subscription { news }" },
    sink,
  );
  return () => {
    unsubscribe();
    client.terminate();
  };
});

// The adapter for graphql-ws, to every path at once, with two subscriptions each.
import { createClient } from "graphql-ws";
import { forGraphqlWs } from "sample";
import { paths } from "../arguments.mjs";
import { prepareFor } from "./prepare.mjs";

const sink = { next() {}, error() {}, complete() {} };

for (const path of paths) {
  const client = createClient(forGraphqlWs(prepareFor(path)));
  for (const name of ["news", "weather"])
    client.subscribe({ query: `subscription { ${name} }` }, sink);
}

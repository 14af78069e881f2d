// The adapter for partysocket, to every path at once.
import { WebSocket } from "partysocket";
import { forPartySocket } from "sample";
import { paths } from "../arguments.mjs";
import { prepareFor } from "./prepare.mjs";

for (const path of paths) {
  const { url, options } = forPartySocket(prepareFor(path));
  new WebSocket(url, [], options);
}

// The adapter for react-use-websocket, in a component for every path.
import { createElement } from "react";
import { create } from "react-test-renderer";
import hooks from "react-use-websocket";
import { forUseWebSocket } from "sample";
import { paths } from "../arguments.mjs";
import { prepareFor } from "./prepare.mjs";

const useWebSocket = hooks.default;
globalThis.window = globalThis;

for (const path of paths) {
  const { url, options } = forUseWebSocket(prepareFor(path));
  const Page = () => {
    useWebSocket(url, options);
    return null;
  };
  create(createElement(Page));
}

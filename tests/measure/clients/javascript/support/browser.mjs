// What libraries for browsers look for: a visible page that is online, and a WebSocket class. Each use of that is reported.

import { createRequire } from "node:module";

const require = createRequire(`${process.cwd()}/`);
const { WebSocket } = require("ws");

/** The sockets that have not closed. */
export const live = new Set();

/** Is called when a socket begins to connect, and when anything happens on one. */
export const hooks = { dialed() {}, moved() {}, closed() {} };

globalThis.WebSocket = class extends WebSocket {
  constructor(url, protocols) {
    // There is no TLS here.
    super(`${url}`.replace(/^wss:/, "ws:"), protocols, {
      perMessageDeflate: false,
    });
    live.add(this);
    this.on("error", () => {}); // a close event follows
    this.on("open", () => hooks.moved());
    this.on("message", () => hooks.moved());
    this.on("close", () => {
      live.delete(this);
      hooks.closed();
    });
    hooks.dialed();
  }
};

const nothing = () => {};
globalThis.window = globalThis.self = globalThis;
globalThis.document = {
  visibilityState: "visible",
  hidden: false,
  addEventListener: nothing,
  removeEventListener: nothing,
  createElement: () => ({}),
};
globalThis.addEventListener ??= nothing;
globalThis.removeEventListener ??= nothing;
globalThis.location = new URL("http://127.0.0.1/");
Object.defineProperty(globalThis, "navigator", { value: { onLine: true } });

// URL PATH...: where to connect. No delay is longer than it must be, as a random number of 0 makes it.
import WebSocket from "ws";

export const [, , url, ...paths] = process.argv;

Math.random = () => 0;

export function report(...words) {
  console.log(words.join(" "));
}

/** The connections that we close. The peer answers with the same code, 1000, and with another one. */
export const closed = ["/open", "/open/1011"];

/** A line closes them. */
export function onLine(close) {
  process.stdin.once("data", close);
}

/** Node's own has no `close` event after a failed handshake, at least up to version 20; a browser's and this one have. */
globalThis.WebSocket = class extends WebSocket {
  constructor(...address) {
    super(...address);
    // A page need not listen for it, either.
    this.on("error", () => undefined);
  }
};

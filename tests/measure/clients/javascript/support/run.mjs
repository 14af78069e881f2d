// A library that reconnects as a measured client: commands as JSON lines in, events as JSON lines out. A client imports this
// before its library, which then finds our clock, our random numbers and our sockets.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { createInterface } from "node:readline";

import { hooks, live } from "./browser.mjs";
import { drop, fire, next, settle, time } from "./clock.mjs";

/** A library that waits longer than this does not connect again. */
const LONGEST_WAIT = 3_600_000;

const report = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

const random = Number(process.argv[2]);
Math.random = () => random;

let since = 0;
let isActive = false;
let isBusy = false;
let isAsked = false;
let stop;

// Lets the library act until it waits for a connection, or has waited long enough for nothing.
async function act() {
  for (;;) {
    await settle();
    if (!isActive) return;
    const timer = next();
    const isConnected = live.size > 0;
    if (isConnected && !(timer?.at <= time())) return;
    if (timer === undefined || timer.at - since > LONGEST_WAIT) {
      isActive = false;
      report({ event: "stopped" });
      return;
    }
    fire(timer);
  }
}

async function move() {
  isAsked = true;
  if (isBusy) return;
  isBusy = true;
  while (isAsked) {
    isAsked = false;
    await act();
  }
  isBusy = false;
}

hooks.moved = move;
hooks.closed = () => {
  since = time();
  move();
};
hooks.dialed = () => {
  if (isActive) report({ event: "dialed", after: Math.round(time() - since) });
};

/**
 * Runs the client for the package `name`. `connect` gets a URL, what the hook is to answer (true, false or undefined), and a
 * function to call when the library takes a connection for good; it returns a function that stops the library.
 */
export function run(name, connect) {
  const manifest = readFileSync(`node_modules/${name}/package.json`, "utf8");
  const commands = {
    async connect({ port, advice }) {
      since = time();
      isActive = true;
      const opened = () => {
        if (isActive) report({ event: "opened" });
      };
      const hook = advice && advice === "again";
      stop = await connect(`ws://127.0.0.1:${port}`, hook, opened);
      move();
    },
    async stop() {
      isActive = false;
      // What it still waits for is dropped.
      Promise.resolve(stop?.()).catch(() => {});
      await settle();
      for (const socket of live) socket.terminate();
      drop();
      await settle();
      drop();
      report({ event: "idle" });
    },
  };
  createInterface({ input: process.stdin })
    .on("line", (line) => {
      const command = JSON.parse(line);
      commands[command.do](command);
    })
    .on("close", () => process.exit());
  const { version } = JSON.parse(manifest);
  report({ event: "ready", implementation: basename(process.cwd()), version });
}

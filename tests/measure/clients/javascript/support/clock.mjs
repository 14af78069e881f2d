// Timers and dates by a clock that moves only when it is told to, in the place of the system's.

const { setImmediate } = globalThis;
const START = Date.UTC(2000, 0, 1);

let now = 0;
let last = 0;
const timers = new Map();

class Timer {
  constructor(call, delay, args, repeats) {
    const wait = Math.max(0, Number(delay) || 0);
    this.id = ++last;
    Object.assign(this, { call, args, wait, repeats, at: now + wait });
    timers.set(this.id, this);
  }
  [Symbol.toPrimitive]() {
    return this.id;
  }
  ref() {
    return this;
  }
  unref() {
    return this;
  }
  hasRef() {
    return true;
  }
  refresh() {
    this.at = now + this.wait;
    timers.set(this.id, this);
    return this;
  }
}

const clear = (timer) => {
  timers.delete(Number(timer ?? 0));
};
globalThis.setTimeout = (call, delay, ...args) => new Timer(call, delay, args);
globalThis.setInterval = (call, delay, ...args) =>
  new Timer(call, delay, args, true);
globalThis.clearTimeout = globalThis.clearInterval = clear;

const SystemDate = Date;
globalThis.Date = class extends SystemDate {
  constructor(...args) {
    super(...(args.length > 0 ? args : [START + now]));
  }
  static now() {
    return START + now;
  }
};
performance.now = () => now;

/** The time since the start, in milliseconds. */
export const time = () => now;

/** The timer that is next, if there is one. */
export function next() {
  let first;
  for (const timer of timers.values())
    if (first === undefined || timer.at < first.at) first = timer;
  return first;
}

/** Moves the clock to the timer, and calls it. */
export function fire(timer) {
  now = Math.max(now, timer.at);
  if (timer.repeats) timer.at = now + Math.max(1, timer.wait);
  else timers.delete(timer.id);
  timer.call(...timer.args);
}

/** Drops all timers. */
export function drop() {
  timers.clear();
}

/** Waits until everything that does not wait for a timer or a connection is done. */
export async function settle() {
  for (let turn = 0; turn < 20; turn++)
    await new Promise((resolve) => setImmediate(resolve));
}

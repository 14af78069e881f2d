// What no table of vectors shows: texts, sockets, and numbers that are no codes.
import assert from "node:assert/strict";
import { join } from "node:path";
import { folder } from "./shared.mjs";

const api = await import(join(folder, "dist/index.js"));

// fitReason: as long as it may be, and a whole beginning of the text.
const encoder = new TextEncoder();
const size = (text) => encoder.encode(text).length;
for (const character of ["a", "é", "€", "😀", "\ud83d", "\udca9"]) {
  for (const start of ["", "x", "xx", "xxx"]) {
    const whole = start + `${character} `.repeat(130);
    const fitted = api.fitReason(whole);
    assert.ok(whole.startsWith(fitted));
    assert.ok(size(fitted) <= api.MAX_REASON_BYTES);
    const [next] = whole.slice(fitted.length);
    assert.ok(size(fitted + next) > api.MAX_REASON_BYTES);
    assert.equal(api.fitReason(fitted), fitted);
  }
}
assert.equal(api.fitReason(""), "");
assert.equal(api.fitReason("a".repeat(123)), "a".repeat(123));
assert.equal(api.fitReason("😀".repeat(31)), "😀".repeat(30));

// closeSocket: what the socket is told, or nothing and a RangeError.
const closed = (...args) => {
  const calls = [];
  api.closeSocket({ close: (...told) => calls.push(told) }, ...args);
  assert.equal(calls.length, 1);
  return calls[0];
};
assert.deepEqual(closed(1000), [1000]);
assert.deepEqual(closed(1000, "done"), [1000, "done"]);
assert.deepEqual(closed(1000, "a".repeat(200)), [1000, "a".repeat(123)]);
for (const code of api.CLOSE_CODES.filter(api.isBrowserSendable)) {
  const reason = api.reasonOf(code);
  assert.deepEqual(
    closed(code),
    reason === undefined ? [code] : [code, reason],
  );
  assert.deepEqual(closed(code, ""), [code, ""]);
}
assert.deepEqual(closed(4123), [4123]);
assert.deepEqual(closed(4123, "bye"), [4123, "bye"]);
for (const code of [
  0,
  1001,
  1006,
  2999,
  5000,
  3000.5,
  NaN,
  "1000",
  undefined,
  null,
  1000n,
  [1000],
  { valueOf: () => 1000 },
  Object.create(null),
  Symbol("1000"),
]) {
  const socket = { close: () => assert.fail("the socket was touched") };
  const shown = typeof code === "object" ? "an object" : String(code);
  assert.throws(() => api.closeSocket(socket, code), {
    name: "RangeError",
    message: `cannot close with ${shown}: a browser sends 1000 and 3000-4999`,
  });
}
for (const reason of [null, 5, 5n, true, [], ["bye"], {}, new String("bye")]) {
  const socket = { close: () => assert.fail("the socket was touched") };
  const expected = {
    name: "TypeError",
    message: `the reason is not a string but ${typeof reason}`,
  };
  assert.throws(() => api.closeSocket(socket, 1000, reason), expected);
  assert.throws(() => api.fitReason(reason), expected);
}

// Numbers that cannot be codes have answers like any other, and so has what is
// not a number, even where it reads like a code.
const texts = ["1000", "3000", "", "going-away", "__proto__"];
const objects = [[1000], [], {}, Object(1000), { toString: () => "1000" }];
const others = [1000n, null, undefined, true, Symbol("1000")];
others.push(Object.create(null), () => 1000);
const numbers = [NaN, Infinity, -Infinity, -1, 0.5, 1000.5, 65536, 1e300];
for (const code of [...numbers, ...texts, ...objects, ...others]) {
  assert.equal(api.isNamed(code), false);
  assert.equal(api.isOwn(code), false);
  assert.equal(api.nameOf(code), undefined);
  assert.equal(api.summaryOf(code), undefined);
  assert.equal(api.reasonOf(code), undefined);
  assert.equal(api.labelOf(code), "out-of-range");
  assert.equal(api.codeRangeOf(code), "out-of-range");
  assert.equal(api.sentByOf(code), "nobody");
  assert.equal(api.isSendable(code), false);
  assert.equal(api.wireCodeOf(code), undefined);
  assert.equal(api.isBrowserSendable(code), false);
  assert.equal(api.reconnectOf(code), "backoff");
  assert.equal(api.afterOf(code), undefined);
  assert.equal(api.retryAfterMs(code, 0, 1), 5000);
}

// What a Reconnection cannot take for a time lasts no time, and what it cannot
// take for a number is the most of it.
const notTimes = [...texts, ...objects, ...others];
const afterThree = (options, opened, closed) => {
  const reconnection = new api.Reconnection(options);
  for (const _ of [1, 2, 3]) reconnection.closed(1006, 0, 1);
  reconnection.opened(opened);
  return reconnection.closed(1006, closed, 1).delayMs;
};
assert.equal(afterThree(undefined, 0, 10_000), 5000);
for (const time of notTimes) {
  assert.equal(afterThree(undefined, time, 20_000), 40_000);
  assert.equal(afterThree(undefined, 0, time), 40_000);
  const options = { lastingAfterMs: time };
  assert.equal(afterThree(options, 0, 9999), 40_000);
  assert.equal(afterThree(options, 0, 10_000), 5000);
}
for (const options of [{}, null, 5, "x", { lastingAfterMs: undefined }]) {
  assert.equal(afterThree(options, 0, 9999), 40_000);
  assert.equal(afterThree(options, 0, 10_000), 5000);
}
for (const code of [...numbers, ...notTimes]) {
  assert.deepEqual(new api.Reconnection().closed(code, 0, 0.5), {
    kind: "wait",
    delayMs: 2500,
  });
  for (const [to, instead] of [
    ["client", 1011],
    ["server", 1001],
  ]) {
    const expected = { kind: "instead", code: instead };
    assert.deepEqual(api.relayOf(code, to), expected);
  }
}

for (const random of [2, Infinity, NaN, ...notTimes]) {
  const { delayMs } = new api.Reconnection().closed(1006, 0, random);
  assert.equal(delayMs, 5000);
}

// Attempts and randomness that make no sense are put right.
const noNumbers = ["3", [3], 3n, Object(3), { valueOf: () => 3 }, null];
for (const attempt of [-1, -Infinity, NaN, 0.9, undefined, ...noNumbers]) {
  assert.equal(api.retryAfterMs(1006, attempt, 0.5), 2500);
}
for (const attempt of [1000, 1e300, Infinity, Number.MAX_SAFE_INTEGER]) {
  assert.equal(api.retryAfterMs(1006, attempt, 0.5), 30000);
}
for (const random of [-1, -Infinity]) {
  assert.equal(api.retryAfterMs(1006, 0, random), 0);
}
for (const random of [2, Infinity, NaN, undefined, ...noNumbers]) {
  assert.equal(api.retryAfterMs(1006, 0, random), 5000);
}

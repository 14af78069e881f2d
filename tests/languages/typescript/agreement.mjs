// node agreement.mjs PACKAGE_FOLDER RANGES
//
// Answers every line of the vectors on standard input with the package, which
// must give the same text again. tests/support/vectors.rs lists the columns.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const [folder, rangesFile] = process.argv.slice(2);
if (rangesFile === undefined) {
  fail("usage: node agreement.mjs PACKAGE_FOLDER RANGES");
}

const api = await import(join(resolve(folder), "dist/index.js"));

const ranges = readFileSync(rangesFile, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => line.split(" "));

const [heading, ...lines] = readFileSync(0, "utf8")
  .replace(/\n$/, "")
  .split("\n");
const [mark, list] = heading.split("\t");
if (mark !== "#" || list === undefined) fail("line 1 is not `#<TAB>pairs`");
const pairs = list.split(" ").map((pair) => pair.split(":").map(Number));

const isSequence = (line) => line.startsWith("reconnection\t");
const codes = lines
  .filter((line) => !isSequence(line))
  .map((line) => Number(line.slice(0, line.indexOf("\t"))));
const sequences = lines.filter(isSequence).map(sequence);
await print([heading, ...codes.map(answer), ...sequences, ""].join("\n"));

checkNames();
checkList("CLOSE_CODES", api.CLOSE_CODES, api.isNamed);
checkList("OWN_CLOSE_CODES", api.OWN_CLOSE_CODES, api.isOwn);
checkConstants();

function answer(code) {
  return [
    code,
    yes(api.isNamed(code)),
    yes(api.isOwn(code)),
    api.nameOf(code) ?? "-",
    api.summaryOf(code) ?? "-",
    api.labelOf(code),
    api.codeRangeOf(code),
    api.sentByOf(code),
    yes(api.isSendable(code)),
    api.wireCodeOf(code) ?? "-",
    yes(api.isBrowserSendable(code)),
    api.reconnectOf(code),
    api.afterOf(code) ?? "-",
    api.reasonOf(code) ?? "-",
    delays(code),
    relay(api.relayOf(code, "client")),
    relay(api.relayOf(code, "server")),
    rangeAround(code) ?? "-",
  ].join("\t");
}

/** The range that the number is in, by its ends and by its predicate. */
function rangeAround(code) {
  let around;
  for (const [name, constant, predicate] of ranges) {
    const { from, to } = api[constant];
    const isIn = api[predicate](code);
    if (isIn !== (from <= code && code <= to)) {
      fail(`${constant} and ${predicate}() differ at ${String(code)}`);
    }
    if (isIn) around = name;
  }
  return around;
}

function delays(code) {
  if (api.retryAfterMs(code, 0, 0) === undefined) return "-";
  return pairs
    .map(([attempt, random]) => api.retryAfterMs(code, attempt, random))
    .map((milliseconds) => String(Math.round(milliseconds * 1000)))
    .join(" ");
}

function relay({ kind, code }) {
  return code === undefined ? kind : `${kind}:${code}`;
}

function sequence(line) {
  const [word, option, events] = line.split("\t");
  const reconnection =
    option === "-"
      ? new api.Reconnection()
      : new api.Reconnection({ lastingAfterMs: Number(option) });
  const answers = [];
  for (const event of events.split(" ")) {
    const [what, ...parts] = event.split(":");
    const numbers = parts.map(Number);
    if (what === "opened") reconnection.opened(...numbers);
    else answers.push(written(reconnection.closed(...numbers)));
  }
  return [word, option, events, answers.join(" ")].join("\t");
}

function written({ kind, after, delayMs }) {
  const delay = delayMs === undefined ? [] : [Math.round(delayMs * 1000)];
  return [kind, ...(after === undefined ? [] : [after]), ...delay].join(":");
}

function yes(answer) {
  return answer ? "yes" : "no";
}

function checkNames() {
  for (const code of codes) {
    const name = api.nameOf(code);
    if (name === undefined || api.codeOf(name) === code) continue;
    fail(`codeOf("${name}") is ${String(api.codeOf(name))}, not ${code}`);
  }
  for (const name of ["", "constructor", "__proto__", "toString", "1000"]) {
    const code = api.codeOf(name);
    if (code !== undefined) fail(`codeOf("${name}") is ${code}`);
  }
}

function checkList(name, list, belongs) {
  const expected = codes.filter(belongs).sort((a, b) => a - b);
  if (String(list) !== String(expected)) {
    fail(`${name} is ${String(list)}, not ${String(expected)}`);
  }
}

function checkConstants() {
  for (const [key, code] of Object.entries(api.CloseCode)) {
    const words = api.nameOf(code)?.replaceAll("-", "");
    if (words !== key.toLowerCase()) fail(`CloseCode.${key} is ${code}`);
  }
  const values = Object.values(api.CloseCode);
  if (String(values) !== String(api.CLOSE_CODES)) {
    fail(`CloseCode holds ${String(values)}, not CLOSE_CODES`);
  }
}

function print(text) {
  return new Promise((done) => process.stdout.write(text, done));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

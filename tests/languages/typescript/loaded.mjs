// `require` loads what `import` does: the same names, and the same answers for every number.
import { deepStrictEqual } from "node:assert";
import { createRequire } from "node:module";
import * as imported from "close-codes";

const required = createRequire(import.meta.url)("close-codes");
deepStrictEqual(Object.keys(required).sort(), Object.keys(imported).sort());
for (const [name, value] of Object.entries(imported)) {
  if (typeof value !== "function") deepStrictEqual(required[name], value);
}
const questions = [
  "isNamed",
  "isOwn",
  "nameOf",
  "summaryOf",
  "reasonOf",
  "labelOf",
  "codeRangeOf",
  "sentByOf",
  "isSendable",
  "wireCodeOf",
  "isBrowserSendable",
  "reconnectOf",
  "afterOf",
];
for (let code = 0; code <= 0xffff; code += 1) {
  for (const question of questions) {
    deepStrictEqual(required[question](code), imported[question](code));
  }
}
const [one, other] = [required, imported].map(({ Reconnection }) => {
  const reconnection = new Reconnection();
  reconnection.opened(0);
  return [1001, 1006, 1012].map((code) => reconnection.closed(code, 1, 0.5));
});
deepStrictEqual(one, other);

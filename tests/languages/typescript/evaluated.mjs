// node evaluated.mjs OUTPUTS
//
// Every subfolder of OUTPUTS holds a package or one file, and the resolved registry
// that it was made from, codes.json: what is there parses, and the JavaScript of a
// package says what the registry says.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { folder } from "./shared.mjs";

const read = (...path) => readFileSync(join(folder, ...path), "utf8");
const parts = ["package/src/index.ts", "package/dist/index.js"];
parts.push("package/dist/index.d.ts");

for (const spec of readdirSync(folder)) {
  const isThere = (part) => existsSync(join(folder, spec, part));
  const files = isThere("file")
    ? readdirSync(join(folder, spec, "file")).map((name) => `file/${name}`)
    : parts.filter(isThere);
  assert.ok(files.length === 1 || files.length === 3, spec);
  for (const file of files) {
    const text = read(spec, file);
    const { parseDiagnostics } = ts.createSourceFile(
      file,
      text,
      ts.ScriptTarget.ES2022,
    );
    assert.deepEqual(parseDiagnostics, [], join(spec, file));
  }
  if (files.length === 3) await evaluate(spec);
}

async function evaluate(spec) {
  JSON.parse(read(spec, "package/package.json"));
  const api = await import(join(folder, spec, "package/dist/index.js"));
  const { codes } = JSON.parse(read(spec, "codes.json"));
  const named = codes.filter(({ kind }) => kind !== "reserved");
  assert.deepEqual(
    api.CLOSE_CODES,
    named.map(({ code }) => code),
  );
  for (const { code, name, summary, reason, constants } of named) {
    const [type, key] = constants.typescript.split(".");
    assert.equal(api[type][key], code, spec);
    assert.equal(api.nameOf(code), name, spec);
    assert.equal(api.summaryOf(code), summary, spec);
    assert.equal(api.reasonOf(code) ?? null, reason, spec);
  }
}

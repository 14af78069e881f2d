// node evaluated.mjs FOLDER
//
// Every subfolder of FOLDER holds a package, web/, and the resolved registry that
// it was made from, codes.json: the package parses, and its JavaScript says what
// the registry says.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { folder } from "./shared.mjs";

const read = (...path) => readFileSync(join(folder, ...path), "utf8");

for (const spec of readdirSync(folder)) {
  for (const file of ["src/index.ts", "dist/index.js", "dist/index.d.ts"]) {
    const text = read(spec, "web", file);
    const { parseDiagnostics } = ts.createSourceFile(
      file,
      text,
      ts.ScriptTarget.ES2022,
    );
    assert.deepEqual(parseDiagnostics, [], join(spec, file));
  }
  JSON.parse(read(spec, "web/package.json"));
  const api = await import(join(folder, spec, "web/dist/index.js"));
  const { codes } = JSON.parse(read(spec, "codes.json"));
  const named = codes.filter(({ kind }) => kind !== "reserved");
  assert.deepEqual(
    api.CLOSE_CODES,
    named.map(({ code }) => code),
  );
  for (const { code, name, summary, reason, constants } of named) {
    const key = constants.typescript.replace("CloseCode.", "");
    assert.equal(api.CloseCode[key], code, spec);
    assert.equal(api.nameOf(code), name, spec);
    assert.equal(api.summaryOf(code), summary, spec);
    assert.equal(api.reasonOf(code) ?? null, reason, spec);
  }
}

// node emitted.mjs OUTPUTS
//
// The dist/ of each package is what the compilers make of its src/, formatted. A
// declaration file loses the `//` lines that head the source, so they are put
// back before comparing. `short-N` are not compiled: `lengths` holds their codes.
import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { format } from "prettier";
import {
  compilers,
  fail,
  folder,
  packages,
  run,
  scratch,
  strictest,
} from "./shared.mjs";

const all = packages((spec) => !spec.startsWith("short-"));
for (const { name, tool } of compilers) {
  const temporary = scratch();
  const compilerOptions = {
    ...strictest,
    rootDir: folder,
    outDir: temporary,
  };
  const project = join(temporary, "tsconfig.json");
  const files = all.map((path) => join(path, "src/index.ts"));
  writeFileSync(project, JSON.stringify({ compilerOptions, files }));
  run(tool, ["--project", project]);
  for (const path of all) {
    const source = readFileSync(join(path, "src/index.ts"), "utf8");
    const header = source.match(/^(?:\/\/.*\n)*/)[0];
    const emittedTo = join(temporary, relative(folder, path), "src");
    for (const [file, parser] of [
      ["index.js", "babel"],
      ["index.d.ts", "typescript"],
    ]) {
      const emitted = readFileSync(join(emittedTo, file), "utf8");
      const headed = emitted.startsWith(header) ? emitted : header + emitted;
      const expected = await format(headed, { parser });
      compare(name, join(path, "dist", file), expected);
    }
  }
}

function compare(name, file, expected) {
  const actual = readFileSync(file, "utf8");
  if (actual === expected) return;
  const lines = expected.split("\n");
  const found = actual.split("\n");
  let at = 0;
  while (lines[at] === found[at]) at += 1;
  fail(
    `${file}:${String(at + 1)}: not what ${name} makes\n` +
      `  expected: ${lines[at] ?? "(end)"}\n  found:    ${found[at] ?? "(end)"}`,
  );
}

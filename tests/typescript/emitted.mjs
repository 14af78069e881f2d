// dist/ is what the compilers make of src/, formatted. A declaration file loses
// the `//` lines that head the source, so they are put back before comparing.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { compilers, fail, folder, run, scratch, strictest } from "./shared.mjs";

const source = readFileSync(join(folder, "src/index.ts"), "utf8");
const header = source.match(/^(?:\/\/.*\n)*/)[0];

for (const { name, tool } of compilers) {
  const temporary = scratch();
  const compilerOptions = {
    ...strictest,
    rootDir: join(folder, "src"),
    outDir: temporary,
  };
  const project = join(temporary, "tsconfig.json");
  const files = [join(folder, "src/index.ts")];
  writeFileSync(project, JSON.stringify({ compilerOptions, files }));
  run(tool, ["--project", project]);
  for (const [file, parser] of [
    ["index.js", "babel"],
    ["index.d.ts", "typescript"],
  ]) {
    const emitted = readFileSync(join(temporary, file), "utf8");
    const headed = emitted.startsWith(header) ? emitted : header + emitted;
    compare(name, `dist/${file}`, await format(headed, { parser }));
  }
}

function compare(name, file, expected) {
  const actual = readFileSync(join(folder, file), "utf8");
  if (actual === expected) return;
  const lines = expected.split("\n");
  const found = actual.split("\n");
  let at = 0;
  while (lines[at] === found[at]) at += 1;
  fail(
    `${join(folder, file)}:${String(at + 1)}: not what ${name} makes\n` +
      `  expected: ${lines[at] ?? "(end)"}\n  found:    ${found[at] ?? "(end)"}`,
  );
}

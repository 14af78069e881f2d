// node formatted.mjs OUTPUTS
//
// Prettier with its defaults and typescript-eslint at its strictest have nothing
// to say of the packages.
import { cpSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { lint } from "./linter.mjs";
import { folder, packages, run, scratch, strictest } from "./shared.mjs";

// A copy, so that no ignore file or setting around the folder is taken.
const copy = scratch();
for (const path of packages(() => true)) {
  cpSync(path, join(copy, relative(folder, path)), { recursive: true });
}

const nothing = ["--no-config", "--no-editorconfig", "--ignore-path", "none"];
run(
  ["prettier", "bin/prettier.cjs"],
  ["--check", "--log-level=warn", ...nothing, "."],
  { cwd: copy },
);

// `short-N` and `thousand` hold nothing that other specs do not hold. Without any
// constant the linter finds types that hold no value, and cannot be content.
const linted = [];
for (const path of packages((spec) => !/^(short-|thousand$)/.test(spec))) {
  const { CLOSE_CODES } = await import(join(path, "dist/index.js"));
  const source = join(relative(folder, path), "src/index.ts");
  if (CLOSE_CODES.length > 0) linted.push(source);
}
writeFileSync(
  join(copy, "tsconfig.json"),
  JSON.stringify({ compilerOptions: strictest, files: linted }),
);
await lint(copy, linted, { projectService: true, tsconfigRootDir: copy });

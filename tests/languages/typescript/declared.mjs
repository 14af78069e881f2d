// node declared.mjs PACKAGE
//
// The declarations that the compiler makes of src/, without comments, formatted.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { compilers, folder, run, scratch } from "./shared.mjs";

const temporary = scratch();
const { tool } = compilers.at(-1);
const options = ["--ignoreConfig", "--declaration", "--emitDeclarationOnly"];
options.push(
  "--removeComments",
  "--strict",
  "--types",
  "",
  "--target",
  "es2022",
);
options.push("--module", "nodenext", "--outDir", temporary);
run(tool, [...options, join(folder, "src/index.ts")]);
const declared = readFileSync(join(temporary, "index.d.ts"), "utf8");
process.stdout.write(await format(declared, { parser: "typescript" }));

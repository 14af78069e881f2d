// node app.mjs FOLDER [PACKAGE]
//
// Compiles the sources in FOLDER as the application of somebody who uses a
// bundler: with the DOM, React, and the package in PACKAGE, under the strictest
// settings of three compilers and of the linter.
import { readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { lint } from "./linter.mjs";
import { compilers, folder, here, run, scratch, strictest } from "./shared.mjs";

const files = readdirSync(folder)
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => join(folder, file));

const ours = join(here, "../../../generated/typescript");
const codes = resolve(process.argv[3] ?? ours);
const types = join(here, "node_modules/@types");
const paths = {
  "close-codes": [join(codes, "dist/index.d.ts")],
  react: [join(types, "react/index.d.ts")],
  "react/jsx-runtime": [join(types, "react/jsx-runtime.d.ts")],
};

const temporary = scratch();
for (const { name, options, tool } of compilers) {
  const compilerOptions = {
    ...strictest,
    ...options,
    module: "esnext",
    moduleResolution: "bundler",
    jsx: "react-jsx",
    lib: ["es2022", "dom"],
    noEmit: true,
    paths,
  };
  const project = join(temporary, `${name}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions, files }));
  run(tool, ["--project", project]);
}
await lint(folder, files, { project: join(temporary, "typescript.json") });

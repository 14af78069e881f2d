// The package is fit to be published: publint and "are the types wrong".
import { cpSync } from "node:fs";
import { join } from "node:path";
import { folder, run, scratch } from "./shared.mjs";

// attw packs, which writes beside the manifest: so into a copy.
const copy = scratch();
for (const part of ["package.json", "README.md", "src", "dist"]) {
  cpSync(join(folder, part), join(copy, part), { recursive: true });
}
run(["publint", "src/cli.js"], ["--strict", "--pack", "npm", copy]);
run(
  ["@arethetypeswrong/cli", "dist/index.js"],
  ["--pack", copy, "--profile", "esm-only"],
);

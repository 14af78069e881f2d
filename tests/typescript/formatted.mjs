// Prettier with its defaults and typescript-eslint at its strictest have nothing
// to say.
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { fail, folder, run, scratch, strictest } from "./shared.mjs";

// A copy, so that no ignore file or setting around the folder is taken.
const copy = scratch();
cpSync(folder, copy, {
  recursive: true,
  filter: (path) => !path.endsWith("node_modules"),
});

const nothing = ["--no-config", "--no-editorconfig", "--ignore-path", "none"];
run(
  ["prettier", "bin/prettier.cjs"],
  ["--check", "--log-level=warn", ...nothing, "."],
  { cwd: copy },
);

writeFileSync(
  join(copy, "tsconfig.json"),
  JSON.stringify({ compilerOptions: strictest, include: ["**/src"] }),
);
const eslint = new ESLint({
  cwd: copy,
  overrideConfigFile: true,
  overrideConfig: [
    ...tseslint.configs.strictTypeChecked,
    ...tseslint.configs.stylisticTypeChecked,
    {
      languageOptions: {
        parserOptions: { projectService: true, tsconfigRootDir: copy },
      },
      linterOptions: { reportUnusedDisableDirectives: "error" },
    },
  ],
});
const results = await eslint.lintFiles(["**/src/**/*.ts"]);
const formatter = await eslint.loadFormatter("stylish");
const report = await formatter.format(results);
if (report !== "") fail(report);

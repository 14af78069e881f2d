// typescript-eslint at its strictest on the files of a project: it has nothing to say of them.
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { fail } from "./shared.mjs";

/** Lints `files` below `cwd`, with no setting around that folder. */
export async function lint(cwd, files, parserOptions) {
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      ...tseslint.configs.strictTypeChecked,
      ...tseslint.configs.stylisticTypeChecked,
      {
        languageOptions: { parserOptions },
        linterOptions: { reportUnusedDisableDirectives: "error" },
      },
    ],
  });
  const results = await eslint.lintFiles(files);
  const formatter = await eslint.loadFormatter("stylish");
  const report = await formatter.format(results);
  if (report !== "") fail(report);
}

// A bundle holds the summaries only if it calls summaryOf(), and nothing at all
// if it uses nothing.
import { join } from "node:path";
import { build } from "esbuild";
import { fail, folder } from "./shared.mjs";

const index = JSON.stringify(join(folder, "dist/index.js"));
const { CLOSE_CODES, summaryOf, ...others } = await import(
  join(folder, "dist/index.js")
);
const names = Object.keys(others).join(", ");

const without = await bundle(`export { CLOSE_CODES, ${names} } from ${index};`);
const with_ = await bundle(`export { summaryOf } from ${index};`);
for (const code of CLOSE_CODES) {
  const summary = summaryOf(code);
  if (without.includes(summary)) fail(`not dropped: ${summary}`);
  if (!with_.includes(summary)) fail(`lost: ${summary}`);
}

const nothing = await bundle(`import {} from ${index};`);
if (nothing !== "") fail(`left over:\n${nothing}`);

// The same without the help of "sideEffects": no statement of the module acts.
const bare = await bundle(`import * as all from ${index};`, {
  ignoreAnnotations: true,
});
if (bare !== "") fail(`has an effect when loaded:\n${bare}`);

async function bundle(contents, options = {}) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    charset: "utf8",
    format: "esm",
    legalComments: "none",
    logLevel: "error",
    minify: true,
    write: false,
    ...options,
  });
  return outputFiles[0].text.trim();
}

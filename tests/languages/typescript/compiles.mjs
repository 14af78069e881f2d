// The source as a drop-in, and programs that use the package, under the
// strictest settings of three compilers.
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { compilers, folder, here, run, scratch, strictest } from "./shared.mjs";

const temporary = scratch();
const linked = join(temporary, "node_modules/close-codes");
mkdirSync(linked, { recursive: true });
for (const part of ["package.json", "src", "dist"]) {
  cpSync(join(folder, part), join(linked, part), { recursive: true });
}
writeFileSync(join(temporary, "package.json"), '{ "type": "module" }\n');
copyFileSync(join(folder, "src/index.ts"), join(temporary, "drop-in.ts"));
copyFileSync(join(here, "consumer.ts"), join(temporary, "consumer.ts"));

const readme = readFileSync(join(folder, "README.md"), "utf8");
const snippets = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(
  ([, snippet], index) => {
    const file = `readme-${String(index)}.ts`;
    writeFileSync(join(temporary, file), snippet);
    return file;
  },
);

for (const { name, options, tool } of compilers) {
  project(`${name}.json`, ["drop-in.ts", "consumer.ts"], strictest.lib);
  project(`${name}-browser.json`, snippets, ["es2022", "dom"]);

  function project(file, files, lib) {
    const compilerOptions = { ...strictest, ...options, lib, noEmit: true };
    const path = join(temporary, file);
    writeFileSync(path, JSON.stringify({ compilerOptions, files }));
    run(tool, ["--project", path]);
  }
}

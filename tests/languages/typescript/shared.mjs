// What every check needs: the folder that it is about, the tools, a temporary folder.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const here = dirname(fileURLToPath(import.meta.url));

if (process.argv[2] === undefined) fail("usage: node CHECK.mjs FOLDER");

export const folder = resolve(process.argv[2]);

/** The packages in a folder with a subfolder for each of many specs. */
export function packages(belongs) {
  const specs = readdirSync(folder).filter(belongs);
  return specs.map((spec) => join(folder, spec, "package"));
}

export function fail(message) {
  console.error(message.trimEnd());
  process.exit(1);
}

/** A folder that is gone when the check ends. */
export function scratch() {
  const path = mkdtempSync(join(tmpdir(), "close-codes-"));
  process.on("exit", () => {
    rmSync(path, { recursive: true, force: true });
  });
  return path;
}

/** Runs a script of an installed npm package; shows what it said if it fails. */
export function run(tool, args, options = {}) {
  const [name, script] = tool;
  const { status, error, stdout, stderr } = spawnSync(
    process.execPath,
    [join(here, "node_modules", name, script), ...args],
    { encoding: "utf8", cwd: here, ...options },
  );
  if (status === 0) return;
  fail(`${name} ${args.join(" ")}\n${error ?? ""}${stdout}${stderr}`);
}

export const compilers = [
  { name: "typescript-5", options: {} },
  { name: "typescript", options: { erasableSyntaxOnly: true } },
  { name: "typescript-7", options: { erasableSyntaxOnly: true } },
].map((compiler) => ({ ...compiler, tool: [compiler.name, "bin/tsc"] }));

/** The strictest settings that all three compilers know. */
export const strictest = {
  strict: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  exactOptionalPropertyTypes: true,
  noFallthroughCasesInSwitch: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedDeclarations: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  forceConsistentCasingInFileNames: true,
  skipLibCheck: false,
  declaration: true,
  module: "nodenext",
  target: "es2022",
  lib: ["es2022"],
  types: [],
};

// What a web page loads for one constant, for one predicate and for everything: each entry bundled and minified by esbuild, and by
// Rollup with terser. Prints, as JSON, the bytes of each bundle, and the bytes after gzip.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { nodeResolve } from "@rollup/plugin-node-resolve";
import { build } from "esbuild";
import { rollup } from "rollup";
import { minify } from "terser";

const folder = dirname(fileURLToPath(import.meta.url));
const closeCodes = join(folder, "../../../generated/typescript/dist/index.js");

const uses = (name, expression) => (path) =>
  `import { ${name} } from ${JSON.stringify(path)};\nconsole.log(${expression});\n`;
const everything = (path) => `export * from ${JSON.stringify(path)};\n`;

// Each bundle contains `has`, without which something was imported that does not exist, and does not contain `lacks`.
const entries = [
  {
    what: "one constant",
    library: "close-codes",
    path: closeCodes,
    text: uses("CloseCode", "CloseCode.GoingAway"),
    has: "1001",
    lacks: "bad-gateway",
  },
  {
    what: "one constant",
    library: "websocket-close-codes",
    text: uses("CloseCode", "CloseCode.GOING_AWAY"),
    has: "1001",
  },
  {
    what: "one constant",
    library: "http-status-codes",
    text: uses("StatusCodes", "StatusCodes.NOT_FOUND"),
    has: "404",
  },
  {
    what: "one predicate",
    library: "close-codes",
    path: closeCodes,
    text: uses("isSendable", "isSendable(Number(location.hash))"),
    has: "4999",
    lacks: "bad-gateway",
  },
  {
    what: "everything",
    library: "close-codes",
    path: closeCodes,
    text: everything,
    has: "isSendable",
  },
  {
    what: "everything",
    library: "websocket-close-codes",
    text: everything,
    has: "GOING_AWAY",
  },
  {
    what: "everything",
    library: "http-status-codes",
    text: everything,
    has: "getReasonPhrase",
  },
];

async function withEsbuild(entry) {
  const options = {
    bundle: true,
    minify: true,
    format: "esm",
    legalComments: "none",
    write: false,
  };
  const { outputFiles } = await build({ ...options, entryPoints: [entry] });
  return outputFiles[0].text;
}

// The older modules of http-status-codes use `this`.
function onLog(level, log) {
  if (level === "warn" && log.code !== "THIS_IS_UNDEFINED")
    throw new Error(log.message);
}

async function withRollup(entry) {
  const bundle = await rollup({
    input: entry,
    plugins: [nodeResolve()],
    onLog,
  });
  const { output } = await bundle.generate({ format: "esm" });
  await bundle.close();
  const { code } = await minify(output[0].code, { module: true });
  return code;
}

const bytes = (text) => [
  Buffer.byteLength(text),
  gzipSync(text, { level: 9 }).length,
];

// Within this folder, from where packages are found.
const work = await mkdtemp(join(folder, "node_modules/.entry-"));
const bundles = [];
try {
  for (const { what, library, path = library, text, has, lacks } of entries) {
    const entry = join(work, "entry.mjs");
    await writeFile(entry, text(path));
    const outputs = [await withEsbuild(entry), await withRollup(entry)];
    for (const output of outputs) {
      if (!output.includes(has))
        throw new Error(`${library}: ${what} lacks ${has}`);
      if (lacks && output.includes(lacks))
        throw new Error(`${library}: ${what} has ${lacks}`);
    }
    bundles.push({ what, library, bytes: outputs.flatMap(bytes) });
  }
} finally {
  await rm(work, { recursive: true });
}
console.log(JSON.stringify(bundles));

// The fragments of many specs, each in a document of AsyncAPI → what the parser reads of each code, a line each.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fromFile, Parser } from "@asyncapi/parser";

const [outputs, build] = process.argv.slice(2);
const parser = new Parser();
for (const spec of readdirSync(outputs)) {
  const path = join(outputs, spec, "asyncapi.json");
  const channel = {
    address: "/",
    "x-close-codes": { $ref: "./x-close-codes.yaml" },
  };
  const info = { title: "Chat", version: "1.0.0" };
  writeFileSync(
    path,
    JSON.stringify({ asyncapi: "3.0.0", info, channels: { chat: channel } }),
  );
  const { document, diagnostics } = await fromFile(parser, path).parse();
  const errors = diagnostics.filter(({ severity }) => severity === 0);
  if (document === undefined || errors.length > 0) {
    console.error(spec, errors);
    process.exit(1);
  }
  const extension = document.channels().get("chat").extensions();
  const codes = extension.get("x-close-codes").value();
  const lines = Object.entries(codes).map(([number, code]) => {
    const { name, reconnect, after = "-", summary } = code;
    const line = summary.replaceAll("\n", " ");
    return `${[number, name, reconnect, after, line].join("\t")}\n`;
  });
  writeFileSync(join(build, `${spec}.tsv`), lines.join(""));
}

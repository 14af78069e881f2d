// What ajv says of each of many specs: a line for each.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";

const [schema, specs] = process.argv
  .slice(2)
  .map((path) => JSON.parse(readFileSync(path, "utf8")));
if (specs === undefined) {
  console.error("usage: node valid.mjs SCHEMA SPECS");
  process.exit(2);
}
const ajv = new Ajv({ strict: true });
const validate = ajv.compile(schema);
for (const spec of specs) {
  console.log(validate(spec) ? "valid" : ajv.errorsText(validate.errors));
}

// node registry.mjs FOLDER: serves the npm packages in a folder as a registry does, and prints its address.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const folder = process.argv[2];
const files = readdirSync(folder).filter((file) => file.endsWith(".tgz"));

/** What a registry answers for the package in a file. */
function description(file, address) {
  const path = join(folder, file);
  const manifest = JSON.parse(
    execFileSync("tar", ["-xzOf", path, "package/package.json"], {
      encoding: "utf8",
    }),
  );
  const integrity = `sha512-${createHash("sha512").update(readFileSync(path)).digest("base64")}`;
  const version = {
    ...manifest,
    dist: { tarball: `${address}/-/${file}`, integrity },
  };
  const { name } = manifest;
  return {
    name,
    "dist-tags": { latest: version.version },
    versions: { [version.version]: version },
  };
}

const server = createServer((request, response) => {
  const path = decodeURIComponent(request.url).slice(1);
  const address = `http://${request.headers.host}`;
  const file = files.find((file) => path === `-/${file}`);
  const found = files
    .map((file) => description(file, address))
    .find(({ name }) => name === path);
  if (file !== undefined) response.end(readFileSync(join(folder, file)));
  else if (found !== undefined)
    response
      .setHeader("content-type", "application/json")
      .end(JSON.stringify(found));
  else response.writeHead(404).end("{}");
});
server.listen(0, "127.0.0.1", () =>
  console.log(`http://127.0.0.1:${server.address().port}`),
);

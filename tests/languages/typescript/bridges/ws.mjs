// node ws.mjs FOLDER PORT
//
// The client in Node with the package `ws`, which sends every sendable code.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../", import.meta.url));
const WebSocket = require("ws");

const [folder, port] = process.argv.slice(2);
const client = await import(pathToFileURL(join(folder, "client.js")));
await client.converse(port, WebSocket, client.closeInNode, console.log);

// undici's WebSocket, the one inside Node, as a measured endpoint.

const { WebSocket } = require("undici");
const { version } = require("undici/package.json");
const { report, obey } = require("../support/endpoint.cjs");
const commands = require("../support/web-socket.cjs");

Object.assign(globalThis, { WebSocket, report });
report({ event: "ready", implementation: "undici", version });
obey((command) => commands[command.do](command));

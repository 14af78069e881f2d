// What the JavaScript endpoints share: commands as JSON lines in, events as JSON lines out. The protocol is described in
// tests/measure/README.md.

const readline = require("node:readline");

exports.report = (event) => process.stdout.write(JSON.stringify(event) + "\n");

/** Runs each of the harness's commands until standard input ends, and then `end`. */
exports.obey = (run, end = () => process.exit()) => {
  readline
    .createInterface({ input: process.stdin })
    .on("line", (line) => run(JSON.parse(line)))
    .on("close", end);
};

#!/usr/bin/env node
// Starts the program for this platform, which is in an npm package of its own, with the arguments and standard streams of this
// process, hands signals on to it, and ends as it ends.
"use strict";

const { spawn } = require("node:child_process");

const platform = `${process.platform}-${process.arch}`;
const file = process.platform === "win32" ? "close-codes.exe" : "close-codes";

/** The packages that may have the program. npm installs the one for the C library of this system, other tools both. */
function packages() {
  const name = `@close-codes/cli-${platform}`;
  return process.platform === "linux" ? [name, `${name}-musl`] : [name];
}

/** The path of the program in a package, if that is installed. */
function programs(name) {
  try {
    return [require.resolve(`${name}/bin/${file}`)];
  } catch {
    return [];
  }
}

function fail(text) {
  process.stderr.write(`error: ${text}\n`);
  process.exit(2);
}

/** What to do where no package has the program. */
function missing() {
  const { optionalDependencies } = require("../package.json");
  const names = packages().filter((name) => name in optionalDependencies);
  if (names.length === 0) {
    fail(
      `close-codes has no npm package for ${platform}\nhelp: compile it with \`cargo install close-codes-cli\``,
    );
  }
  fail(
    `the npm package ${names.join(" or ")} is missing, which has the program close-codes for this platform\n` +
      "help: install close-codes-cli again, on this platform and without `--omit=optional` or `--no-optional`; " +
      "if that does not help, delete node_modules and the lock file first",
  );
}

/** Starts the first of the programs that this system can run. */
function start([program, ...others]) {
  const child = spawn(program, process.argv.slice(2), { stdio: "inherit" });
  const signals = ["SIGHUP", "SIGINT", "SIGTERM"];
  const handOn = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, handOn);
  const stop = () => {
    for (const signal of signals) process.off(signal, handOn);
  };
  child.on("error", (error) => {
    stop();
    // Also when the C library that it needs is not there.
    if (error.code === "ENOENT" && others.length > 0) start(others);
    else fail(`${program} cannot be started: ${error.message}`);
  });
  child.on("exit", (code, signal) => {
    stop();
    if (signal === null) process.exit(code);
    process.kill(process.pid, signal);
  });
}

const found = packages().flatMap(programs);
if (found.length === 0) missing();
start(found);

// The loop of the package's readme, to every path at once, and to those that we close.
import { stayConnected } from "sample";
import { closed, onLine, paths, report, url } from "./arguments.mjs";

for (const path of paths) stay(path, new AbortController().signal);
for (const path of closed) {
  const controller = new AbortController();
  onLine(() => controller.abort());
  stay(path, controller.signal);
}

function stay(path, signal) {
  const prepare = async (after) => {
    report("prepared", path, after);
  };
  stayConnected(url + path, prepare, signal).catch((error) => {
    report("stopped", path, error.message);
  });
}

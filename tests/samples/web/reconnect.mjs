// The loop of the guide, to every path at once, and to those that we close.
import { connect } from "sample";
import { closed, onLine, paths, report, url } from "./arguments.mjs";

for (const path of paths) stay(path);
for (const path of closed) onLine(stay(path));

function stay(path) {
  return connect({
    prepare: async (after) => {
      if (after !== undefined) report("prepared", path, after);
      return url + path;
    },
    onOpen: () => undefined,
    onEnd: ({ code, error }) => report("stopped", path, code ?? error),
  });
}

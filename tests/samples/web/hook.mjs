// The hook, in a component for every path, and in those that leave the page while they are connected.
import { mount } from "react";
import { useWebSocket } from "sample";
import { closed, onLine, paths, report, url } from "./arguments.mjs";

for (const path of paths) stay(path);
for (const path of closed) onLine(stay(path));

function stay(path) {
  const prepare = async (after) => {
    if (after !== undefined) report("prepared", path, after);
    return url + path;
  };
  return mount(() => {
    const { code, error } = useWebSocket(prepare, () => undefined);
    const stopped = code ?? error;
    if (stopped !== undefined) report("stopped", path, stopped);
  });
}

// What every library's program does before a connection: it reports the step that must come first.
import { report, url } from "../arguments.mjs";

export const prepareFor = (path) => async (after) => {
  if (after !== undefined) report("prepared", path, after);
  return url + path;
};

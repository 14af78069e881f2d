import { notice } from "./notice";
import { connect } from "./reconnect";

/** Reports the notice for the end of the connection, and stops at what must happen before the next one. */
export function stay(url: string, report: (...words: string[]) => void): void {
  connect({
    prepare: (after) =>
      after === undefined ? Promise.resolve(url) : Promise.reject(Error(after)),
    onOpen: (socket) => {
      socket.addEventListener("close", ({ code }) => {
        report(url, notice(code));
      });
    },
    onEnd: ({ code, error }) => {
      report(url, `stopped: ${String(code ?? error)}`);
    },
  });
}

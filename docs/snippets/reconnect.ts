import { CloseCode, afterOf, closeSocket, retryAfterMs } from "close-codes";
import type { After } from "close-codes";

export interface Options {
  /** Does what must come first and tells the address. Rejects to give up. */
  prepare: (after: After | undefined) => Promise<string>;
  /** Each time that a connection is open: the place to set `onmessage`. */
  onOpen: (socket: WebSocket) => void;
  /** No further attempt: the code forbids it, or `prepare` gave up. */
  onEnd: (ending: { code?: number; error?: unknown }) => void;
}

/** Connects, and again as the close codes advise. Returns what stops it. */
export function connect({ prepare, onOpen, onEnd }: Options): () => void {
  let stopped = false;
  let stop = (): void => undefined;

  async function attempt(count: number, after?: After): Promise<void> {
    const url = await prepare(after);
    if (stopped) return;
    const socket = new WebSocket(url);
    let openedAt = Infinity;
    socket.onopen = () => {
      openedAt = performance.now();
      onOpen(socket);
    };
    socket.onclose = ({ code }) => {
      // Only a connection that lasted ends the row of failed attempts.
      const failed = performance.now() - openedAt > 10_000 ? 0 : count;
      const delay = retryAfterMs(code, failed, Math.random());
      if (delay === undefined) {
        onEnd({ code });
        return;
      }
      const timer = setTimeout(start, delay, failed + 1, afterOf(code));
      stop = () => {
        clearTimeout(timer);
      };
    };
    stop = () => {
      socket.onopen = socket.onmessage = socket.onclose = null;
      closeSocket(socket, CloseCode.NormalClosure);
    };
  }

  function start(count: number, after?: After): void {
    attempt(count, after).catch((error: unknown) => {
      if (!stopped) onEnd({ error });
    });
  }

  start(0);
  return () => {
    stopped = true;
    stop();
  };
}

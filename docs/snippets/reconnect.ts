import { CloseCode, Reconnection, closeSocket } from "close-codes";
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
  const reconnection = new Reconnection();
  let stopped = false;
  let stop = (): void => undefined;

  async function attempt(after?: After): Promise<void> {
    const url = await prepare(after);
    if (stopped) return;
    const socket = new WebSocket(url);
    socket.onopen = () => {
      reconnection.opened(performance.now());
      onOpen(socket);
    };
    socket.onclose = ({ code }) => {
      const next = reconnection.closed(code, performance.now(), Math.random());
      if (next.kind === "stop") {
        onEnd({ code });
        return;
      }
      const after = next.kind === "first" ? next.after : undefined;
      const timer = setTimeout(start, next.delayMs, after);
      stop = () => {
        clearTimeout(timer);
      };
    };
    stop = () => {
      // What the peer answers must not start another attempt.
      socket.onopen = socket.onmessage = socket.onclose = null;
      closeSocket(socket, CloseCode.NormalClosure);
    };
  }

  function start(after?: After): void {
    attempt(after).catch((error: unknown) => {
      if (!stopped) onEnd({ error });
    });
  }

  start();
  return () => {
    stopped = true;
    stop();
  };
}

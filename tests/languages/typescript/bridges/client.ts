// The client of the conversation, for a page and for Node: it connects until a message tells it to stop, closes with the
// number in any other message, and prints a line for each end of a connection.
import {
  afterOf,
  closeSocket,
  fitReason,
  labelOf,
  nameOf,
  reasonOf,
  reconnectOf,
  retryAfterMs,
  wireCodeOf,
} from "./close-code.js";

type Close = (socket: WebSocket, code: number) => void;

export async function converse(
  port: number,
  Socket: new (url: string) => WebSocket,
  close: Close,
  print: (line: string) => void,
): Promise<void> {
  for (;;) {
    const socket = new Socket(`ws://127.0.0.1:${String(port)}/`);
    const line = await ending(socket, close);
    if (line === undefined) return;
    print(line);
  }
}

/** A browser refuses most of the protocol's codes, and `closeSocket` must refuse no other ones. */
export const closeInBrowser: Close = (socket, code) => {
  try {
    closeSocket(socket, code);
  } catch (error) {
    if (!(error instanceof RangeError))
      throw new Error("closeSocket let it by");
    socket.close(code);
  }
};

export const closeInNode: Close = (socket, code) => {
  socket.close(wireCodeOf(code), fitReason(reasonOf(code) ?? ""));
};

/** What to print of a connection, and nothing when it was the last one. */
function ending(socket: WebSocket, close: Close): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let said: string | undefined;
    let isLast = false;
    socket.addEventListener("message", ({ data }: MessageEvent<string>) => {
      if (data === "stop") {
        isLast = true;
        socket.close(1000);
        return;
      }
      const code = Number(data);
      try {
        close(socket, code);
        said = `sent\t${line(code, reasonOf(code) ?? "")}`;
      } catch (error) {
        said = `refused\t${String(code)}\t${(error as Error).name}`;
        socket.close(1000);
      }
    });
    socket.addEventListener("close", ({ code, reason, wasClean }) => {
      if (isLast) resolve(undefined);
      else if (wasClean) resolve(said ?? `received\t${line(code, reason)}`);
      else reject(new Error(`${socket.url} ended unclean: ${String(code)}`));
    });
  });
}

/** What the generated code answers for `code`, in the columns of all bridges. */
function line(code: number, reason: string): string {
  const delay = retryAfterMs(code, 1, 0.5);
  return [
    code,
    nameOf(code) ?? "-",
    labelOf(code),
    reconnectOf(code),
    afterOf(code) ?? "-",
    delay === undefined ? "-" : Math.trunc(delay),
    reason,
  ].join("\t");
}

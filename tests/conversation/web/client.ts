// The client of the conversation, for a page and for Node: for each sendable code the server closes with it, then the
// client does. It gives back one line for each.
import {
  afterOf,
  closeSocket,
  fitReason,
  isSendable,
  labelOf,
  nameOf,
  reasonOf,
  reconnectOf,
  retryAfterMs,
  wireCodeOf,
} from "./close-code.js";

type Close = (socket: WebSocket, code: number) => void;

/** A conversation takes milliseconds. */
const LIMIT_MS = 10_000;

export async function converse(
  port: number,
  Socket: new (url: string) => WebSocket,
  close: Close,
): Promise<string[]> {
  const url = `ws://127.0.0.1:${String(port)}`;
  const lines: string[] = [];
  for (let code = 0; code <= 0xffff; code += 1) {
    if (!isSendable(code)) continue;
    lines.push(await hear(new Socket(`${url}/close/${String(code)}`)));
    lines.push(await say(new Socket(`${url}/listen`), code, close));
  }
  return lines;
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

async function hear(socket: WebSocket): Promise<string> {
  const { code, reason } = await ending(socket);
  return `received\t${line(code, reason)}`;
}

async function say(
  socket: WebSocket,
  code: number,
  close: Close,
): Promise<string> {
  let said = "nothing";
  socket.addEventListener("message", () => {
    try {
      close(socket, code);
      said = `sent\t${line(code, reasonOf(code) ?? "")}`;
    } catch (error) {
      said = `refused\t${String(code)}\t${(error as Error).name}`;
      socket.close(1000);
    }
  });
  await ending(socket);
  return said;
}

function ending(socket: WebSocket): Promise<CloseEvent> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`${socket.url} does not end`));
    }, LIMIT_MS);
    socket.addEventListener("close", (event) => {
      clearTimeout(late);
      if (event.wasClean) resolve(event);
      else reject(new Error(`${socket.url} ended unclean: ${event.code}`));
    });
  });
}

/** What the generated code says of `code`, in the columns of all sides. */
function line(code: number, reason: string): string {
  const delay = retryAfterMs(code, 1, 0.5);
  return [
    code,
    nameOf(code) ?? "-",
    labelOf(code),
    reconnectOf(code),
    afterOf(code) ?? "-",
    delay === undefined ? "-" : Math.trunc(delay),
    "certain",
    reason,
  ].join("\t");
}

import { Reconnection } from "close-codes";
import type { After, Next } from "close-codes";

/** Does what must come first, and tells the address. */
export type Prepare = (after: After | undefined) => Promise<string>;

/** What the close codes of one connection advise. */
class Decisions {
  readonly #reconnection = new Reconnection();
  readonly #prepare: Prepare;
  #next: Next = { kind: "wait", delayMs: 0 };
  #ending: unknown;

  constructor(prepare: Prepare) {
    this.#prepare = prepare;
  }

  /** How long to wait before the next attempt. */
  get delayMs(): number {
    return this.#next.kind === "stop" ? 0 : this.#next.delayMs;
  }

  opened(): void {
    this.#reconnection.opened(performance.now());
  }

  /** Whether to connect again after an event `close`, or after an error. */
  closed(ending: unknown): boolean {
    // A library may ask once for each of its subscriptions.
    if (ending !== this.#ending) {
      this.#ending = ending;
      const now = performance.now();
      const code = codeIn(ending);
      this.#next = this.#reconnection.closed(code, now, Math.random());
    }
    return this.#next.kind !== "stop";
  }

  async url(): Promise<string> {
    const after = this.#next.kind === "first" ? this.#next.after : undefined;
    return this.#prepare(after);
  }
}

/** 1006 for a handshake that failed, which has no code. */
function codeIn(ending: unknown): number {
  const { code } = ending as { code?: unknown };
  return typeof code === "number" ? code : 1006;
}

/** For `new WebSocket(url, [], options)` of partysocket from 1.3 on, which waits by rules of its own. */
export function forPartySocket(prepare: Prepare) {
  const decisions = new Decisions(prepare);
  const options = {
    shouldReconnectOnClose: (event: unknown) => decisions.closed(event),
  };
  return { url: () => decisions.url(), options };
}

/** For `createClient` of graphql-ws, which still decides on 1000 and its own codes itself. */
export function forGraphqlWs(prepare: Prepare) {
  const decisions = new Decisions(prepare);
  return {
    url: () => decisions.url(),
    on: {
      connected: () => {
        decisions.opened();
      },
    },
    retryAttempts: Infinity,
    shouldRetry: (ending: unknown) => decisions.closed(ending),
    retryWait: () =>
      new Promise<void>((resolve) => {
        setTimeout(resolve, decisions.delayMs);
      }),
  };
}

/** For `useWebSocket(url, options)` of react-use-websocket. Make it once, outside of the component. */
export function forUseWebSocket(prepare: Prepare) {
  const decisions = new Decisions(prepare);
  const options = {
    onOpen: () => {
      decisions.opened();
    },
    shouldReconnect: (event: unknown) => decisions.closed(event),
    reconnectInterval: () => decisions.delayMs,
    reconnectAttempts: Infinity,
  };
  return { url: () => decisions.url(), options };
}

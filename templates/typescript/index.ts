// {{ view.notice[0] }}
// {{ view.notice[1] }}

/**
 * The named WebSocket close codes.
 *
 * A received code may be any other number as well: keep it as a `number`,
 * every function of this module takes one.
 */
export const {{ view.type_name }} = {
{%- for code in view.codes %}
  /**
{%- for line in code.doc %}
   *{{ line }}
{%- endfor %}
   */
  {{ code.constant }}: {{ code.number }},
{%- endfor %}
{%- if view.codes.is_empty() %}} as const;{%- else %}
} as const;{%- endif %}

/** One of the named close codes. */
{{ view.line("export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];") }}
{%- if view.own.is_empty() %}

/** A close code that this specification names itself, not one it builds on. */
{{ view.line("export type OwnCloseCode = never;") }}
{%- else %}

/**
 * The codes that this specification names itself.
 *
 * @ignore
 */
interface OwnCodes {
{%- for code in view.own %}
  readonly {{ code.constant }}: {{ code.number }};
{%- endfor %}
}

/** A close code that this specification names itself, not one it builds on. */
{{ view.line("export type OwnCloseCode = OwnCodes[keyof OwnCodes];") }}
{%- endif %}

/**
 * Marks what {@link isSendable} accepted.
 *
 * @ignore
 */
declare const sendable: unique symbol;

/**
 * Marks what {@link isBrowserSendable} accepted.
 *
 * @ignore
 */
declare const browserSendable: unique symbol;

/**
 * A number that {@link isSendable} accepted.
 *
 * @ignore
 */
interface SendableNumber {
  readonly [sendable]: true;
}

/**
 * A number that {@link isBrowserSendable} accepted.
 *
 * @ignore
 */
interface BrowserNumber extends SendableNumber {
  readonly [browserSendable]: true;
}
{%- if view.sendable.is_empty() %}

/**
 * A close code that may be sent in a Close frame (RFC 6455, 7.4): one with a
 * name, or any other number that {@link isSendable} accepted.
 */
{{ view.line("export type SendableCloseCode = number & SendableNumber;") }}
{%- else %}

/**
 * The named close codes that may be sent.
 *
 * @ignore
 */
interface SendableCodes {
{%- for code in view.sendable %}
  readonly {{ code.constant }}: {{ code.number }};
{%- endfor %}
}

/**
 * A close code that may be sent in a Close frame (RFC 6455, 7.4): one with a
 * name, or any other number that {@link isSendable} was asked about.
 */
{{ view.line("export type SendableCloseCode = SendableCodes[keyof SendableCodes] | (number & SendableNumber);") }}
{%- endif %}
{%- if view.browser.is_empty() %}

/**
 * A close code that the `close()` of a browser accepts: one with a name, or any
 * other number that {@link isBrowserSendable} accepted.
 */
{{ view.line("export type BrowserCloseCode = number & BrowserNumber;") }}
{%- else %}

/**
 * The named close codes that the `close()` of a browser accepts.
 *
 * @ignore
 */
interface BrowserCodes {
{%- for code in view.browser %}
  readonly {{ code.constant }}: {{ code.number }};
{%- endfor %}
}

/**
 * A close code that the `close()` of a browser accepts: one with a name, or any
 * other number that {@link isBrowserSendable} was asked about.
 */
{{ view.line("export type BrowserCloseCode = BrowserCodes[keyof BrowserCodes] | (number & BrowserNumber);") }}
{%- endif %}

/**
 * The named close codes that the `close()` of a browser refuses.
 *
 * @ignore
 */
{{ view.line("type Refused = Exclude<CloseCode, BrowserCloseCode>;") }}
{% for word in view.words %}
/**
{%- for line in word.doc %}
 *{{ line }}
{%- endfor %}
 */
{{ word.declaration }}
{% endfor %}
/** The most bytes of UTF-8 that a reason may have (RFC 6455, section 5.5). */
export const MAX_REASON_BYTES = {{ view.max_reason_bytes }};

/** Every named close code, in the order of the numbers. */
export const CLOSE_CODES: readonly {{ view.type_name }}[] = [
{%- for code in view.codes %}
  {{ code.number }}, // {{ code.name }}
{%- endfor %}
{%- if view.codes.is_empty() %}];{%- else %}
];{%- endif %}

/** The codes that this specification names itself, in the order of the numbers. */
export const OWN_CLOSE_CODES: readonly Own{{ view.type_name }}[] = [
{%- for code in view.own %}
  {{ code.number }}, // {{ code.name }}
{%- endfor %}
{%- if view.own.is_empty() %}];{%- else %}
];{%- endif %}

const NAMES = {
{%- for code in view.codes %}
  {{ code.number }}: "{{ code.name }}",
{%- endfor %}
{%- if view.codes.is_empty() %}} as const;{%- else %}
} as const;{%- endif %}

/**
 * The name of each named close code.
 *
 * @ignore
 */
type Names = typeof NAMES;

// Only summaryOf() reads this table, so that a bundler can leave it out.
const SUMMARIES: Readonly<Record<number, string>> = {{ view.summaries }};

const REASONS: Readonly<Record<number, string>> = {{ view.reasons }};

// Where the answer is not "either" for what may be sent, and "nobody" for the rest.
const SENT_BY: Readonly<Record<number, SentBy>> = {{ view.sent_by.object }};

// Where the answer is not "{{ view.otherwise.reconnect }}".
const RECONNECT: Readonly<Record<number, Reconnect>> = {{ view.reconnect.object }};

const AFTER: Readonly<Record<number, After | undefined>> = {{ view.after.object }};

interface Backoff {
  readonly from: number;
  readonly to: number;
  readonly cap: number;
}

// Where the window is not {{ view.otherwise.backoff }}.
const BACKOFF: Readonly<Record<number, Backoff>> = {{ view.backoff.object }};

/** The name of a named close code, such as `"going-away"`. */
{{ view.line("export type CloseCodeName = Names[CloseCode];") }}

/**
 * The named close codes of a name.
 *
 * @ignore
 */
type CodeNamed<N> = {
{{ view.line("  [C in CloseCode]: Names[C] extends N ? C : never;") }}
}[{{ view.type_name }}];

/** Whether the code has a name, and so a constant in {@link {{ view.type_name }}}. */
{{ view.line("export function isNamed(code: number): code is CloseCode {") }}
  return (CLOSE_CODES as readonly number[]).includes(code);
}

/** Whether this specification names the code itself. */
{{ view.line("export function isOwn(code: number): code is OwnCloseCode {") }}
  return (OWN_CLOSE_CODES as readonly number[]).includes(code);
}

/** The name of a close code, or `undefined` for a code without one. */
{{ view.line("export function nameOf<C extends CloseCode>(code: C): Names[C];") }}
/** The name of a close code, or `undefined` for a code without one. */
{{ view.line("export function nameOf(code: number): CloseCodeName | undefined;") }}
{{ view.line("export function nameOf(code: number): CloseCodeName | undefined {") }}
  return entry(NAMES, code);
}

/** The close code of that name, or `undefined` where no code is called so. */
{{ view.line("export function codeOf<N extends CloseCodeName>(name: N): CodeNamed<N>;") }}
/** The close code of that name, or `undefined` where no code is called so. */
{{ view.line("export function codeOf(name: string): CloseCode | undefined;") }}
{{ view.line("export function codeOf(name: string): CloseCode | undefined {") }}
  return CLOSE_CODES.find((code) => NAMES[code] === name);
}

/** What a named code means, in one sentence; `undefined` for any other code. */
{{ view.line("export function summaryOf(code: CloseCode): string;") }}
/** What a named code means, in one sentence; `undefined` for any other code. */
export function summaryOf(code: number): string | undefined;
export function summaryOf(code: number): string | undefined {
  return entry(SUMMARIES, code);
}

/** The reason to send with the code when none is given, or `undefined`. */
export function reasonOf(code: number): string | undefined {
  return entry(REASONS, code);
}

/**
 * A short word for logs and metrics: the name of a named code, else the range
 * that the code is in. There are few of them, and every number has one.
 */
{%- if view.labels.is_empty() %}
{{ view.line("export function labelOf(code: number): CloseCodeName | CodeRange {") }}
{%- else %}
export function labelOf(code: number): string {
{%- endif %}
  const name = nameOf(code);
  if (name !== undefined) return name;
{%- for run in view.labels %}
  {{ run }}
{%- endfor %}
  return codeRangeOf(code);
}

/**
 * The range that the number is in.
 *
 * Whatever cannot be a code at all, such as -1, 1000.5 or `NaN`, is
 * `"out-of-range"`, and so is 5000 and everything above it.
 */
export function codeRangeOf(code: number): CodeRange {
{%- for range in view.code_ranges %}
  {{ range }}
{%- endfor %}
  return "out-of-range";
}

/** The side that sends the code; `"nobody"` for a code that is never sent. */
export function sentByOf(code: number): SentBy {
  const sentBy = entry(SENT_BY, code);
  if (sentBy !== undefined) return sentBy;
{%- for run in view.sent_by.runs %}
  {{ run }}
{%- endfor %}
  return isSendable(code) ? "either" : "nobody";
}

/**
{%- for line in view.sendable_doc %}
 *{{ line }}
{%- endfor %}
 */
{{ view.line("export function isSendable(code: number): code is SendableCloseCode {") }}
{%- for run in view.sendable_numbers %}
  if ({{ run }}) return true;
{%- endfor %}
  return false;
}

/** The code if it may be sent in a Close frame, else `undefined`. */
{{ view.line("export function wireCodeOf(code: number): SendableCloseCode | undefined {") }}
  return isSendable(code) ? code : undefined;
}

/**
{%- for line in view.browser_doc %}
 *{{ line }}
{%- endfor %}
 */
{{ view.line("export function isBrowserSendable(code: number): code is BrowserCloseCode {") }}
{%- for run in view.browser_numbers %}
  if ({{ run }}) return true;
{%- endfor %}
  return false;
}

/**
 * Closes a WebSocket with any code that a browser may send.
 *
 * Without a reason the code's own is sent, where it has one. A reason that is
 * too long is cut, see {@link fitReason}. A constant that a browser refuses
 * does not compile; ask {@link isBrowserSendable} about other numbers.
 *
 * @throws RangeError if {@link isBrowserSendable} is false for the code. The
 *   socket is not closed then.
 * @throws TypeError if the reason is not a string. The socket is not closed then.
 */
export function closeSocket<C extends number>(
  socket: { close(code?: number, reason?: string): void },
{{ view.line("  code: [C] extends [Refused] ? BrowserCloseCode : C,") }}
  reason: string | undefined = reasonOf(code),
): void {
  if (!isBrowserSendable(code)) {
    throw new RangeError(
      `cannot close with ${shown(code)}: a browser sends {{ view.browser_words }}`,
    );
  }
  if (reason === undefined) {
    socket.close(code);
  } else {
    socket.close(code, fitReason(reason));
  }
}
{%- for range in view.ranges %}

/**
{%- for line in range.doc %}
 *{{ line }}
{%- endfor %}
 */
export const {{ range.constant }} = {
  from: {{ range.from }},
  to: {{ range.to }},
} as const;

/**
{%- for line in range.predicate_doc %}
 *{{ line }}
{%- endfor %}
 */
{{ self::function("export function ", range.predicate, "(code: number): boolean {") }}
  return isBetween(code, {{ range.from }}, {{ range.to }});
}
{%- endfor %}

/** Whether a client that received the code should connect again. */
export function reconnectOf(code: number): Reconnect {
  const reconnect = entry(RECONNECT, code);
  if (reconnect !== undefined) return reconnect;
{%- for run in view.reconnect.runs %}
  {{ run }}
{%- endfor %}
  return "{{ view.otherwise.reconnect }}";
}

/**
 * What has to happen before a client that received the code connects again, or
 * `undefined` where nothing has to.
 */
export function afterOf(code: number): After | undefined {
  if (has(AFTER, code)) return AFTER[code];
{%- for run in view.after.runs %}
  {{ run }}
{%- endfor %}
  return {{ view.otherwise.after }};
}

/**
 * How long a client that received the code should wait before it connects
 * again, in milliseconds, or `undefined` where it should not connect at all.
 *
 * This is for a library that counts attempts itself. Do first what
 * {@link afterOf} returns, and count from 0 again only after a connection that
 * lasted, as {@link Reconnection} does on its own.
 *
 * The window of the delay doubles with every attempt up to a bound. Whatever
 * the window, attempts 1, 2, 3, and 4 and later wait at least 500, 1000, 2000,
 * and 4000 ms.
 *
 * @param attempt how many attempts failed so far: 0 for the first. A fraction
 *   is rounded down; a negative number, and what is not a number, count as 0.
 * @param random where in the window the delay falls, from 0 to 1: usually
 *   `Math.random()`. It is clamped; what is not a number counts as 1.
 */
export function retryAfterMs(
  code: number,
  attempt: number,
  random: number,
): number | undefined {
  const reconnect = reconnectOf(code);
  if (reconnect === "never") return undefined;
  const doublings = Math.floor(positive(attempt));
  if (reconnect === "immediately" && doublings === 0) return 0;
  const { from, to, cap } = backoffOf(code);
  const doubled = 2 ** Math.min(doublings, 31);
  const scale = Math.min(doubled, cap / to);
  const isBelow1 = typeof random === "number" && random < 1;
  const share = isBelow1 ? Math.max(random, 0) : 1;
  const least = doublings === 0 ? 0 : Math.min(doubled, 16) * 250;
  return Math.max(scale * (from + share * (to - from)), least);
}

/**
 * Decides what a client does each time its connection ends: one for each
 * connection to keep up.
 *
 * It counts attempts, and starts over only after a connection that lasted. So a
 * server that accepts every connection and closes it at once gets few of them.
 *
 * It reads no clock and draws no random number. `nowMs` is a monotonic time in
 * milliseconds since any origin, such as `performance.now()`.
 */
export class Reconnection {
  readonly #lastingAfterMs: number;
  #openedMs = NaN;
  #attempt = 0;
  #isStopped = false;

  /**
   * Before the first connection.
   *
   * @param options `lastingAfterMs`: after how many milliseconds a connection
   *   counts as lasting, at least 1000. What is not a number counts as 10000,
   *   the default.
   */
  constructor(options?: { readonly lastingAfterMs?: number | undefined }) {
    const time = options?.lastingAfterMs;
    const isTime = typeof time === "number" && !Number.isNaN(time);
    this.#lastingAfterMs = isTime ? Math.max(time, 1000) : 10_000;
  }

  /** The connection is open: the handshake succeeded. */
  opened(nowMs: number): void {
    this.#openedMs = finite(nowMs);
  }

  /**
   * The connection has ended, or the attempt to open it has failed: 1006 if
   * there is no code.
   *
   * Call it once for each attempt, and not after closing the connection
   * yourself. Without {@link opened}, or with a time before it, the connection
   * did not last.
   *
   * @param random from 0 to 1, see {@link retryAfterMs}.
   */
  closed(code: number, nowMs: number, random: number): Next {
    const timeMs = finite(finite(nowMs) - this.#openedMs);
    if (timeMs >= this.#lastingAfterMs) this.#attempt = 0;
    this.#openedMs = NaN;
    const delayMs = retryAfterMs(code, this.#attempt, random);
    this.#isStopped ||= delayMs === undefined;
    if (this.#isStopped || delayMs === undefined) return { kind: "stop" };
    this.#attempt += 1;
    const after = afterOf(code);
    return after === undefined
      ? { kind: "wait", delayMs }
      : { kind: "first", after, delayMs };
  }
}

/**
 * What a client does next, after its connection has ended.
 *
 * - `stop`: Stay away. From now on this is the answer to everything; only a new
 *   {@link Reconnection} starts again.
 * - `wait`: Wait this long, then connect.
 * - `first`: Wait this long, then do what `after` names, then connect. What
 *   needs the user can be offered at once.
 */
export type Next =
  | { readonly kind: "stop" }
  | { readonly kind: "wait"; readonly delayMs: number }
  | { readonly kind: "first"; readonly after: After; readonly delayMs: number };

/**
 * How a proxy that received the code on one connection closes the other one,
 * towards a client or a server.
 *
 * Only clients send 1010, so a client gets 1011 in its place. A code that may
 * not be sent, such as 1006, becomes 1011 towards a client and 1001 towards a
 * server.
 */
export function relayOf(code: number, to: "client" | "server"): Relay {
  if (code === 1005) return { kind: "without-code" };
  if (to === "client" && (code === 1010 || !isSendable(code))) {
    return { kind: "instead", code: 1011 };
  }
  if (!isSendable(code)) return { kind: "instead", code: 1001 };
  return { kind: "as-is", code };
}

/**
 * How a proxy closes a connection after the one on its other side has ended.
 *
 * - `as-is`: With the received code and its reason.
 * - `without-code`: With a Close frame without a code. A library that cannot
 *   send one sends 1000.
 * - `instead`: With this code, which may be sent, and without a reason.
 */
export type Relay =
  | { readonly kind: "as-is"; readonly code: number }
  | { readonly kind: "without-code" }
  | { readonly kind: "instead"; readonly code: number };

/**
 * The reason, or as much of its beginning as fits into a Close frame: at most
 * {@link MAX_REASON_BYTES} bytes of UTF-8, never half a character.
 *
 * @throws TypeError if the reason is not a string.
 */
export function fitReason(reason: string): string {
  if (typeof reason !== "string") {
    throw new TypeError(`the reason is not a string but ${typeof reason}`);
  }
  let bytes = 0;
  let end = 0;
  for (const character of reason) {
    bytes += utf8Length(character);
    if (bytes > MAX_REASON_BYTES) return reason.slice(0, end);
    end += character.length;
  }
  return reason;
}

// The window of the first delay, and what no delay exceeds, in milliseconds.
function backoffOf(code: number): Backoff {
  const backoff = entry(BACKOFF, code);
  if (backoff !== undefined) return backoff;
{%- for run in view.backoff.runs %}
  {{ run }}
{%- endfor %}
  return {{ view.otherwise.backoff }};
}

// A lone surrogate is sent as U+FFFD, which takes 3 bytes as well.
function utf8Length(character: string): number {
  if (character.length === 2) return 4;
  if (character > "\u07ff") return 3;
  return character > "\u007f" ? 2 : 1;
}

// False for fractions and for NaN.
function isBetween(code: number, first: number, last: number): boolean {
  return Number.isInteger(code) && first <= code && code <= last;
}

// The value; 0 for a negative one, for NaN, and for what is not a number.
function positive(value: number): number {
  return typeof value === "number" && value > 0 ? value : 0;
}

// The value; NaN for one that is infinite, and for what is not a number.
function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}

// A number, or what is there instead of one: not every object has a text.
function shown(value: number): string {
  return typeof value === "object" ? "an object" : String(value);
}

// Only own properties of the table, never inherited ones, and none for a text
// or an object that reads like a number.
function has(table: Readonly<Record<number, unknown>>, code: number): boolean {
  return typeof code === "number" && Object.hasOwn(table, code);
}

function entry<T>(
  table: Readonly<Record<number, T>>,
  code: number,
): T | undefined {
  return has(table, code) ? table[code] : undefined;
}

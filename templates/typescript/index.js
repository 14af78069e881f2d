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
{%- if view.codes.is_empty() %}};{%- else %}
};{%- endif %}
/** The most bytes of UTF-8 that a reason may have (RFC 6455, section 5.5). */
export const MAX_REASON_BYTES = {{ view.max_reason_bytes }};
/** Every named close code, in the order of the numbers. */
export const CLOSE_CODES = [
{%- for code in view.codes %}
  {{ code.number }}, // {{ code.name }}
{%- endfor %}
{%- if view.codes.is_empty() %}];{%- else %}
];{%- endif %}
/** The codes that this specification names itself, in the order of the numbers. */
export const OWN_CLOSE_CODES = [
{%- for code in view.own %}
  {{ code.number }}, // {{ code.name }}
{%- endfor %}
{%- if view.own.is_empty() %}];{%- else %}
];{%- endif %}
const NAMES = {
{%- for code in view.codes %}
  {{ code.number }}: "{{ code.name }}",
{%- endfor %}
{%- if view.codes.is_empty() %}};{%- else %}
};{%- endif %}
// Only summaryOf() reads this table, so that a bundler can leave it out.
const SUMMARIES = {{ view.summaries }};
const REASONS = {{ view.reasons }};
// Where the answer is not "either" for what may be sent, and "nobody" for the rest.
const SENT_BY = {{ view.sent_by.object }};
// Where the answer is not "{{ view.otherwise.reconnect }}".
const RECONNECT = {{ view.reconnect.object }};
const AFTER = {{ view.after.object }};
// Where the window is not {{ view.otherwise.backoff }}.
const BACKOFF = {{ view.backoff.object }};
/** Whether the code has a name, and so a constant in {@link {{ view.type_name }}}. */
export function isNamed(code) {
  return CLOSE_CODES.includes(code);
}
/** Whether this specification names the code itself. */
export function isOwn(code) {
  return OWN_CLOSE_CODES.includes(code);
}
export function nameOf(code) {
  return entry(NAMES, code);
}
export function codeOf(name) {
  return CLOSE_CODES.find((code) => NAMES[code] === name);
}
export function summaryOf(code) {
  return entry(SUMMARIES, code);
}
/** The reason to send with the code when none is given, or `undefined`. */
export function reasonOf(code) {
  return entry(REASONS, code);
}
/**
 * A short word for logs and metrics: the name of a named code, else the range
 * that the code is in. There are few of them, and every number has one.
 */
export function labelOf(code) {
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
export function codeRangeOf(code) {
{%- for range in view.code_ranges %}
  {{ range }}
{%- endfor %}
  return "out-of-range";
}
/** The side that sends the code; `"nobody"` for a code that is never sent. */
export function sentByOf(code) {
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
export function isSendable(code) {
{%- for run in view.sendable_numbers %}
  if ({{ run }}) return true;
{%- endfor %}
  return false;
}
/** The code if it may be sent in a Close frame, else `undefined`. */
export function wireCodeOf(code) {
  return isSendable(code) ? code : undefined;
}
/**
{%- for line in view.browser_doc %}
 *{{ line }}
{%- endfor %}
 */
export function isBrowserSendable(code) {
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
export function closeSocket(socket, code, reason = reasonOf(code)) {
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
};
/**
{%- for line in range.predicate_doc %}
 *{{ line }}
{%- endfor %}
 */
{{ self::function("export function ", range.predicate, "(code) {") }}
  return isBetween(code, {{ range.from }}, {{ range.to }});
}
{%- endfor %}
/** Whether a client that received the code should connect again. */
export function reconnectOf(code) {
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
export function afterOf(code) {
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
export function retryAfterMs(code, attempt, random) {
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
  #lastingAfterMs;
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
  constructor(options) {
    const time = options?.lastingAfterMs;
    const isTime = typeof time === "number" && !Number.isNaN(time);
    this.#lastingAfterMs = isTime ? Math.max(time, 1000) : 10_000;
  }
  /** The connection is open: the handshake succeeded. */
  opened(nowMs) {
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
  closed(code, nowMs, random) {
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
 * How a proxy that received the code on one connection closes the other one,
 * towards a client or a server.
 *
 * Only clients send 1010, so a client gets 1011 in its place. A code that may
 * not be sent, such as 1006, becomes 1011 towards a client and 1001 towards a
 * server.
 */
export function relayOf(code, to) {
  if (code === 1005) return { kind: "without-code" };
  if (to === "client" && (code === 1010 || !isSendable(code))) {
    return { kind: "instead", code: 1011 };
  }
  if (!isSendable(code)) return { kind: "instead", code: 1001 };
  return { kind: "as-is", code };
}
/**
 * The reason, or as much of its beginning as fits into a Close frame: at most
 * {@link MAX_REASON_BYTES} bytes of UTF-8, never half a character.
 *
 * @throws TypeError if the reason is not a string.
 */
export function fitReason(reason) {
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
function backoffOf(code) {
  const backoff = entry(BACKOFF, code);
  if (backoff !== undefined) return backoff;
{%- for run in view.backoff.runs %}
  {{ run }}
{%- endfor %}
  return {{ view.otherwise.backoff }};
}
// A lone surrogate is sent as U+FFFD, which takes 3 bytes as well.
function utf8Length(character) {
  if (character.length === 2) return 4;
  if (character > "\u07ff") return 3;
  return character > "\u007f" ? 2 : 1;
}
// False for fractions and for NaN.
function isBetween(code, first, last) {
  return Number.isInteger(code) && first <= code && code <= last;
}
// The value; 0 for a negative one, for NaN, and for what is not a number.
function positive(value) {
  return typeof value === "number" && value > 0 ? value : 0;
}
// The value; NaN for one that is infinite, and for what is not a number.
function finite(value) {
  return Number.isFinite(value) ? value : NaN;
}
// A number, or what is there instead of one: not every object has a text.
function shown(value) {
  return typeof value === "object" ? "an object" : String(value);
}
// Only own properties of the table, never inherited ones, and none for a text
// or an object that reads like a number.
function has(table, code) {
  return typeof code === "number" && Object.hasOwn(table, code);
}
function entry(table, code) {
  return has(table, code) ? table[code] : undefined;
}

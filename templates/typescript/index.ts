// {{ view.notice[0] }}
// {{ view.notice[1] }}

/**
 * The named WebSocket close codes.
 *
 * A received code may be any other number as well: keep it as a `number`,
 * every function of this module takes one.
 */
export const CloseCode = {
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
export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];
{%- if view.own.is_empty() %}

/** A close code that this specification names itself, not one it builds on. */
export type OwnCloseCode = never;
{%- else %}

interface OwnCodes {
{%- for code in view.own %}
  readonly {{ code.constant }}: {{ code.number }};
{%- endfor %}
}

/** A close code that this specification names itself, not one it builds on. */
export type OwnCloseCode = OwnCodes[keyof OwnCodes];
{%- endif %}
{%- if view.sendable.is_empty() %}

/** A named close code that may be sent in a Close frame (RFC 6455, 7.4). */
export type SendableCloseCode = never;
{%- else %}

interface SendableCodes {
{%- for code in view.sendable %}
  readonly {{ code.constant }}: {{ code.number }};
{%- endfor %}
}

/** A named close code that may be sent in a Close frame (RFC 6455, 7.4). */
export type SendableCloseCode = SendableCodes[keyof SendableCodes];
{%- endif %}
{%- if view.browser.is_empty() %}

/** A named close code that the `close()` of a browser accepts. */
export type BrowserCloseCode = never;
{%- else %}

interface BrowserCodes {
{%- for code in view.browser %}
  readonly {{ code.constant }}: {{ code.number }};
{%- endfor %}
}

/** A named close code that the `close()` of a browser accepts. */
export type BrowserCloseCode = BrowserCodes[keyof BrowserCodes];
{%- endif %}
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
export const CLOSE_CODES: readonly CloseCode[] = [
{%- for code in view.codes %}
  {{ code.number }}, // {{ code.name }}
{%- endfor %}
{%- if view.codes.is_empty() %}];{%- else %}
];{%- endif %}

/** The codes that this specification names itself, in the order of the numbers. */
export const OWN_CLOSE_CODES: readonly OwnCloseCode[] = [
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
export type CloseCodeName = (typeof NAMES)[CloseCode];

type CodeNamed<N> = {
  [C in CloseCode]: (typeof NAMES)[C] extends N ? C : never;
}[CloseCode];

/** Whether the code has a name, and so a constant in {@link CloseCode}. */
export function isNamed(code: number): code is CloseCode {
  return (CLOSE_CODES as readonly number[]).includes(code);
}

/** Whether this specification names the code itself. */
export function isOwn(code: number): code is OwnCloseCode {
  return (OWN_CLOSE_CODES as readonly number[]).includes(code);
}

/** The name of a close code, or `undefined` for a code without one. */
export function nameOf<C extends CloseCode>(code: C): (typeof NAMES)[C];
export function nameOf(code: number): CloseCodeName | undefined;
export function nameOf(code: number): CloseCodeName | undefined {
  return entry(NAMES, code);
}

/** The close code of that name, or `undefined` where no code is called so. */
export function codeOf<N extends CloseCodeName>(name: N): CodeNamed<N>;
export function codeOf(name: string): CloseCode | undefined;
export function codeOf(name: string): CloseCode | undefined {
  return CLOSE_CODES.find((code) => NAMES[code] === name);
}

/** What a named code means, in one sentence; `undefined` for any other code. */
export function summaryOf(code: CloseCode): string;
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
export function labelOf(code: number): {% if view.labels.is_empty() %}CloseCodeName | CodeRange{% else %}string{% endif %} {
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
export function isSendable(code: number): boolean {
{%- for run in view.sendable_numbers %}
  if ({{ run }}) return true;
{%- endfor %}
  return false;
}

/** The code if it may be sent in a Close frame, else `undefined`. */
export function wireCodeOf(code: number): number | undefined {
  return isSendable(code) ? code : undefined;
}

/**
{%- for line in view.browser_doc %}
 *{{ line }}
{%- endfor %}
 */
export function isBrowserSendable(code: number): boolean {
{%- for run in view.browser_numbers %}
  if ({{ run }}) return true;
{%- endfor %}
  return false;
}

/**
 * Closes a WebSocket with a code that a browser may send.
 *
 * Without a reason the code's own is sent, where it has one. A reason that is
 * too long is cut, see {@link fitReason}.
 *
 * @throws RangeError if {@link isBrowserSendable} is false for the code, which
 *   only code without types can cause. The socket is not closed then.
 * @throws TypeError if the reason is not a string. The socket is not closed then.
 */
export function closeSocket(
  socket: { close(code?: number, reason?: string): void },
  code: BrowserCloseCode,
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
 * The window of the delay doubles with every attempt up to a bound.
 *
 * @param attempt how many attempts failed so far: 0 for the first. A fraction
 *   is rounded down; a negative number, and what is not a number, count as 0.
 * @param random where in the window the delay falls, from 0 to 1: usually
 *   `Math.random()`. It is clamped; what is not a number counts as 0.
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
  const scale = Math.min(2 ** Math.min(doublings, 31), cap / to);
  const share = Math.min(positive(random), 1);
  return scale * (from + share * (to - from));
}

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

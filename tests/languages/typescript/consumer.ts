// What a user's program may and may not do, as the compiler sees it.
import {
  type After,
  type BrowserCloseCode,
  CLOSE_CODES,
  CloseCode,
  type CloseCodeName,
  type CodeRange,
  MAX_REASON_BYTES,
  type Next,
  OWN_CLOSE_CODES,
  type OwnCloseCode,
  type Reconnect,
  Reconnection,
  type Relay,
  type SendableCloseCode,
  type SentBy,
  afterOf,
  closeSocket,
  codeOf,
  codeRangeOf,
  fitReason,
  isBrowserSendable,
  isNamed,
  isOwn,
  isSendable,
  labelOf,
  nameOf,
  reasonOf,
  reconnectOf,
  relayOf,
  retryAfterMs,
  sentByOf,
  summaryOf,
  wireCodeOf,
} from "close-codes";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2
    ? true
    : false;

/** Compiles only if the value has exactly the type `T`. */
function is<T>() {
  return <const V>(_value: V, _same: Same<T, V>): void => undefined;
}

declare const code: number;
declare const named: CloseCode;
declare const text: string;
declare const socket: { close(code?: number, reason?: string): void };

is<1001>()(CloseCode.GoingAway, true);
is<readonly CloseCode[]>()(CLOSE_CODES, true);
is<readonly OwnCloseCode[]>()(OWN_CLOSE_CODES, true);
is<123>()(MAX_REASON_BYTES, true);

is<"going-away">()(nameOf(CloseCode.GoingAway), true);
is<"going-away" | "timeout">()(nameOf(1001 as 1001 | 3008), true);
is<CloseCodeName>()(nameOf(named), true);
is<CloseCodeName | undefined>()(nameOf(code), true);
is<CloseCodeName | undefined>()(nameOf(4123), true);

is<1001>()(codeOf("going-away"), true);
is<CloseCode | undefined>()(codeOf(text), true);
is<CloseCode | undefined>()(codeOf("constructor"), true);

is<string>()(summaryOf(named), true);
is<string | undefined>()(summaryOf(code), true);
is<string | undefined>()(reasonOf(code), true);
is<CloseCodeName | CodeRange>()(labelOf(code), true);
is<CodeRange>()(codeRangeOf(code), true);
is<SentBy>()(sentByOf(code), true);
is<boolean>()(isSendable(code), true);
is<boolean>()(isBrowserSendable(code), true);
is<SendableCloseCode | undefined>()(wireCodeOf(code), true);
is<Reconnect>()(reconnectOf(code), true);
is<After | undefined>()(afterOf(code), true);
is<number | undefined>()(retryAfterMs(code, 0, 0.5), true);
is<string>()(fitReason(text), true);
is<Relay>()(relayOf(code, "client"), true);

const reconnection = new Reconnection({ lastingAfterMs: 5000 });
is<void>()(reconnection.opened(0), true);
is<Next>()(reconnection.closed(code, 0, 0.5), true);

/** An answer is of use only after its kind was looked at. */
export function delayOf(next: Next): number | undefined {
  // @ts-expect-error: there may be nothing to wait for.
  void next.delayMs;
  switch (next.kind) {
    case "stop":
      return undefined;
    case "wait":
      // @ts-expect-error: nothing has to happen first.
      void next.after;
      return next.delayMs;
    case "first":
      is<After>()(next.after, true);
      return next.delayMs;
  }
}

type Sendable = Exclude<CloseCode, 0 | 1005 | 1006 | 1015>;
type Browser = 1000 | 3000 | 3003 | 3008;

// The named ones of a type.
is<Browser>()(0 as unknown as Extract<CloseCode, BrowserCloseCode>, true);
is<Sendable>()(0 as unknown as Extract<CloseCode, SendableCloseCode>, true);

// What a browser sends may be sent, and what may be sent is a number.
export const sendable: SendableCloseCode = 0 as unknown as BrowserCloseCode;
export const number: number = sendable;
// @ts-expect-error: a browser does not send 1001, which may be sent.
export const browser: BrowserCloseCode = 0 as unknown as SendableCloseCode;
// @ts-expect-error: nobody has asked about the number.
export const unasked: SendableCloseCode = code;
// @ts-expect-error: nobody has asked about the number.
export const unaskedBrowser: BrowserCloseCode = 4123;
// @ts-expect-error: 1006 may not be sent.
export const local: SendableCloseCode = 1006;

// A guard tells what a number is, and nothing of what it is not.
if (isNamed(code)) is<CloseCode>()(code, true);
else is<number>()(code, true);
if (isOwn(code)) is<OwnCloseCode>()(code, true);
else is<number>()(code, true);
if (isSendable(code)) is<SendableCloseCode>()(code, true);
else is<number>()(code, true);
if (isBrowserSendable(code)) is<BrowserCloseCode>()(code, true);
else is<number>()(code, true);

// Of the named codes a guard keeps the right ones on either side.
if (isSendable(named)) is<Sendable>()(named, true);
else is<0 | 1005 | 1006 | 1015>()(named, true);
if (isBrowserSendable(named)) is<Browser>()(named, true);
else is<Exclude<CloseCode, Browser>>()(named, true);

// A number that may be sent has a name or not, and an unnamed one stays what it is.
if (isSendable(code)) {
  if (isNamed(code)) is<Sendable>()(code, true);
  else closeSocket(socket, code);
  if (isBrowserSendable(code)) closeSocket(socket, code);
}
const unnamedCode = 4123;
if (isSendable(unnamedCode)) closeSocket(socket, unnamedCode);
else is<4123>()(unnamedCode, true);

closeSocket(socket, CloseCode.NormalClosure);
closeSocket(socket, CloseCode.Unauthorized, "who are you?");
closeSocket(socket, 3003);
closeSocket(socket, 4123);
closeSocket(socket, code);
closeSocket(socket, named);
closeSocket(socket, 0 as unknown as BrowserCloseCode, "bye");
closeSocket(socket, 0 as unknown as SendableCloseCode);
export const closes: (on: typeof socket, code: number) => void = closeSocket;

// @ts-expect-error: a browser does not send 1001.
closeSocket(socket, 1001);
// @ts-expect-error: a browser does not send 1001.
closeSocket(socket, CloseCode.GoingAway);
// @ts-expect-error: a browser sends neither.
closeSocket(socket, 0 as unknown as 1001 | 1006);
// @ts-expect-error: a code is a number.
closeSocket(socket, "1000");
// @ts-expect-error: a proxy closes towards a client or a server.
relayOf(code, "peer");
// @ts-expect-error: what is inside is nobody's business.
void reconnection.attempt;
// @ts-expect-error: there is no constant for 1004.
void CloseCode.Reserved;
// @ts-expect-error: the constants do not change.
CloseCode.GoingAway = 1000;
// @ts-expect-error: the list does not change.
CLOSE_CODES.push(1000);
// @ts-expect-error: not every number is a named code.
export const unnamed: CloseCode = 4123;
// @ts-expect-error: a number may have no name.
export const name: string = nameOf(code);

export function isLocal(own: OwnCloseCode): boolean {
  switch (own) {
    case CloseCode.Invalid:
    case CloseCode.NoStatusReceived:
    case CloseCode.AbnormalClosure:
    case CloseCode.TlsHandshakeFailure:
      return true;
    case CloseCode.NormalClosure:
    case CloseCode.GoingAway:
    case CloseCode.ProtocolError:
    case CloseCode.UnsupportedData:
    case CloseCode.InvalidFramePayloadData:
    case CloseCode.PolicyViolation:
    case CloseCode.MessageTooBig:
    case CloseCode.MandatoryExtensionMissing:
    case CloseCode.InternalServerError:
    case CloseCode.ServiceRestart:
    case CloseCode.TryAgainLater:
    case CloseCode.BadGateway:
    case CloseCode.Unauthorized:
    case CloseCode.Forbidden:
    case CloseCode.Timeout:
      return false;
    default:
      return own satisfies never;
  }
}

export function forgetsMost(own: OwnCloseCode): boolean {
  switch (own) {
    case CloseCode.Invalid:
      return true;
    default:
      // @ts-expect-error: the other codes are left.
      return own satisfies never;
  }
}

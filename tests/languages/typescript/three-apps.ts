// A page that speaks three protocols, each with close codes of its own.
import {
  CloseCode,
  OVERLOADED,
  type OwnCloseCode,
  isOverloaded,
  isOwn,
  labelOf,
} from "./chat";
import * as discord from "./discord-gateway";
import * as graphql from "./graphql-transport-ws";

/** Without a fallback: the compiler says so when the chat gets another code. */
export function notice(code: OwnCloseCode): string {
  switch (code) {
    case CloseCode.SessionExpired:
      return "Please sign in again.";
    case CloseCode.Removed:
      return "A moderator removed you.";
    case CloseCode.Replaced:
      return "You connected from another device.";
    case CloseCode.RateLimited:
      return "Not so fast.";
    default:
      return code satisfies never;
  }
}

export function labels(code: number): string[] {
  const chat = isOwn(code) ? notice(code) : labelOf(code);
  return [chat, discord.labelOf(code), graphql.labelOf(code)];
}

/** Which part of the chat has no capacity. */
export function overloadedPart(code: number): number | undefined {
  return isOverloaded(code) ? code - OVERLOADED.from : undefined;
}

export const ends: readonly [4100, 4199] = [OVERLOADED.from, OVERLOADED.to];
export const same: 4004 = CloseCode.Replaced;
export const other: 4004 = discord.CloseCode.AuthenticationFailed;
export const third: 4004 = graphql.CloseCode.BadResponse;

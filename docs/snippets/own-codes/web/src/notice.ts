import { CloseCode, isOwn, labelOf, type OwnCloseCode } from "./close-code";

const NOTICES: Record<OwnCloseCode, string> = {
  [CloseCode.SessionExpired]: "Please sign in again.",
};

export function notice(code: number): string {
  return isOwn(code) ? NOTICES[code] : `Connection closed: ${labelOf(code)}.`;
}

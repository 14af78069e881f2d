import { CloseCode, type OwnCloseCode } from "./close-code";

export function notice(code: OwnCloseCode): string {
  switch (code) {
    case CloseCode.SessionExpired:
      return "Please sign in again.";
    default:
      return code satisfies never;
  }
}

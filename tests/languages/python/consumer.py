"""Uses the standard codes, and those of a chat, as applications do.

What must not compile has a comment that ignores the error, and the type checkers
report a comment that ignores none.
"""

from typing import assert_never

from close_codes import (
    After,
    AsIs,
    CloseCode,
    First,
    Instead,
    Next,
    OwnCloseCode,
    Relay,
    Stop,
    Wait,
    WithoutCode,
    label_of,
    relay,
    retry_after,
    summary_of,
    wire_code_of,
)
from specs import chat


def explain(code: int) -> str:
    """Explain any number."""
    if code == CloseCode.ABNORMAL_CLOSURE:
        return "The connection was lost."
    return summary_of(code) or f"The connection was closed: {code} {label_of(code)}."


def wait(step: Next) -> float | None:
    """Match every step."""
    match step:
        case Stop():
            return None
        case Wait(delay):
            return delay
        case First(after, delay):
            return 0.0 if after is After.USER_ACTION else delay
        case _:
            assert_never(step)


def close_with(handed_on: Relay) -> int | None:
    """Match every way to hand a code on."""
    match handed_on:
        case AsIs(code) | Instead(code):
            return wire_code_of(code)
        case WithoutCode():
            return None
        case _:
            assert_never(handed_on)


def after(word: After | None) -> str:
    """Match every word."""
    match word:
        case After.NEW_CREDENTIALS | After.NEW_SESSION:
            return "sign in"
        case After.OTHER_SERVER | After.USER_ACTION | After.CHANGED_REQUEST:
            return "something else"
        case None:
            return "nothing"
        case _:
            assert_never(word)


def notice(code: int) -> str:
    """Match every code that the application names itself, and no other."""
    own = chat.find_own(code)
    match own:
        case chat.CloseCode.SESSION_EXPIRED:
            return "Please sign in."
        case chat.CloseCode.REMOVED | chat.CloseCode.REPLACED:
            return "You are not in the chat any more."
        case chat.CloseCode.RATE_LIMITED:
            return "Slow down."
        case None:
            return explain(code)
        case _:
            assert_never(own)


def forgotten(own: chat.OwnCloseCode) -> str:
    """Forget some of them, which type checkers notice."""
    match own:
        case chat.CloseCode.REMOVED:
            return "removed"
        case chat.CloseCode.SESSION_EXPIRED:
            return "expired"
        case _:
            assert_never(own)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


def named(code: OwnCloseCode) -> int:
    """Take a code that the specification names itself, which is a named one."""
    close_code: CloseCode = code
    return close_code


def mistakes() -> None:
    """Do what type checkers refuse."""
    print(label_of("1000"))  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    print(retry_after(1000, 0))  # type: ignore[call-arg] # pyright: ignore[reportCallIssue, reportUnknownArgumentType]
    print(relay(1000, "client"))  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    Wait(1.0).delay = 2.0  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue]
    print(CloseCode.GOING_AWYA)  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]

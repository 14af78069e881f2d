"""Close codes with websockets, as a client or as a server."""

from websockets.asyncio.connection import Connection
from websockets.exceptions import ConnectionClosed

from close_codes import AsIs, Instead, Side, WithoutCode, fit_reason, reason_of, relay


async def close(socket: Connection, code: int) -> None:
    """Close with a code and its default reason.

    websockets raises `ProtocolError` for a code that may not be sent, and for a reason
    that is too long.
    """
    await socket.close(code, fit_reason(reason_of(code) or ""))


def received(closed: ConnectionClosed) -> tuple[int, str]:
    """Return the code and the reason that the other side closed with.

    The code is 1005 for a Close frame without a code, and 1006 if none came.
    """
    if closed.rcvd is None:
        return 1006, ""
    return closed.rcvd.code, closed.rcvd.reason


async def hand_on(closed: ConnectionClosed, socket: Connection, to: Side) -> None:
    """Close the other connection of a proxy after this one has ended."""
    code, reason = received(closed)
    match relay(code, to):
        case AsIs(same):
            await socket.close(same, reason)
        case Instead(other):
            await socket.close(other)
        case WithoutCode():
            await socket.close()  # websockets sends 1000.

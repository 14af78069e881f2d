"""Close codes with aiohttp, as a client or as a server."""

from aiohttp import ClientWebSocketResponse, WSMessage, WSMsgType
from aiohttp.web import WebSocketResponse

from close_codes import (
    AsIs,
    Instead,
    Side,
    WithoutCode,
    fit_reason,
    label_of,
    reason_of,
    relay,
    wire_code_of,
)

Socket = ClientWebSocketResponse | WebSocketResponse


async def close(socket: Socket, code: int) -> None:
    """Close with a code and its default reason.

    aiohttp sends any number, also 1005 and 1006, which must not be sent.
    """
    wire_code = wire_code_of(code)
    if wire_code is None:
        message = f"{code} {label_of(code)} cannot be sent"
        raise ValueError(message)
    reason = fit_reason(reason_of(code) or "")
    _ = await socket.close(code=wire_code, message=reason.encode())


def received(message: WSMessage) -> tuple[int, str] | None:
    """Return the code and the reason if the message is the end of the connection.

    The code is 1005 for a Close frame without a code, and 1006 if none came. Messages
    are those of `receive()`: `async for` ends without the last one.
    """
    if message.type is WSMsgType.CLOSE:
        return message.data or 1005, message.extra or ""
    if message.type in {WSMsgType.CLOSING, WSMsgType.CLOSED, WSMsgType.ERROR}:
        return 1006, ""
    return None


async def hand_on(code: int, reason: str, socket: Socket, to: Side) -> None:
    """Close the other connection of a proxy after this one has ended."""
    match relay(code, to):
        case AsIs(same):
            _ = await socket.close(code=same, message=reason.encode())
        case Instead(other):
            _ = await socket.close(code=other)
        case WithoutCode():
            _ = await socket.close()  # aiohttp sends 1000.

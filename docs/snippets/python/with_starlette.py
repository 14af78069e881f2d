"""Close codes with Starlette or FastAPI, and so with any ASGI server."""

from starlette.websockets import WebSocket, WebSocketDisconnect

from close_codes import fit_reason, label_of, reason_of, wire_code_of


async def close(socket: WebSocket, code: int) -> None:
    """Close an accepted connection with a code and its default reason."""
    wire_code = wire_code_of(code)
    if wire_code is None:
        message = f"{code} {label_of(code)} cannot be sent"
        raise ValueError(message)
    await socket.close(wire_code, fit_reason(reason_of(code) or ""))


async def refuse(socket: WebSocket, code: int) -> None:
    """Refuse a new connection with a code that the client gets.

    It has to be accepted first: a close before that becomes the HTTP response 403, of
    which a page only sees 1006.
    """
    await socket.accept()
    await close(socket, code)


def received(closed: WebSocketDisconnect) -> tuple[int, str]:
    """Return the code and the reason that the client closed with.

    uvicorn reports 1005 for a Close frame without a code, and 1006 if none came.
    """
    return closed.code, closed.reason

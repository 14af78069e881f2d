"""The bridges to WebSocket libraries, through the snippets of the guide.

`python bridge.py NAME` is a server, which prints its port, and
`python bridge.py NAME PORT` is a client. Each prints a line for each connection.
"""

import asyncio
import socket as sockets
import sys

import uvicorn
import websockets
from aiohttp import ClientSession, WSMessage, web
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect
from websockets.asyncio.connection import Connection

import with_aiohttp
import with_starlette
import with_websockets
from close_codes import (
    after_of,
    label_of,
    name_of,
    reason_of,
    reconnect_of,
    retry_after,
)

HOST = "127.0.0.1"


def line(code: int, reason: str) -> str:
    """Return what the generated code answers, in the columns of all bridges."""
    delay = retry_after(code, 1, 0.5)
    columns = [
        code,
        name_of(code) or "-",
        label_of(code),
        reconnect_of(code),
        after_of(code) or "-",
        "-" if delay is None else int(delay * 1000),
        reason,
    ]
    return "\t".join(map(str, columns))


def report_sent(code: int) -> None:
    """Print that the bridge has closed."""
    print("sent", line(code, reason_of(code) or ""), sep="\t", flush=True)


def report_received(code: int, reason: str) -> None:
    """Print that the peer has closed."""
    print("received", line(code, reason), sep="\t", flush=True)


async def converse_in_websockets(socket: Connection) -> bool:
    """Let the peer close, or close as it tells; return whether it tells to stop."""
    try:
        message = await socket.recv()
    except websockets.ConnectionClosed as closed:
        report_received(*with_websockets.received(closed))
        return False
    if message == "stop":
        return True
    code = int(message)
    await with_websockets.close(socket, code)
    report_sent(code)
    return False


async def websockets_client(port: int) -> None:
    """Connect until the peer tells to stop."""
    is_last = False
    while not is_last:
        async with websockets.connect(f"ws://{HOST}:{port}/", proxy=None) as socket:
            is_last = await converse_in_websockets(socket)


async def websockets_server() -> None:
    """Serve until the process is killed."""

    async def handle(socket: Connection) -> None:
        _ = await converse_in_websockets(socket)

    async with websockets.serve(handle, HOST, 0) as server:
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()


async def converse_in_aiohttp(socket: with_aiohttp.Socket, message: WSMessage) -> bool:
    """Do the same with aiohttp after the first message."""
    end = with_aiohttp.received(message)
    if end is not None:
        report_received(*end)
        return False
    if message.data == "stop":
        return True
    code = int(message.data)
    await with_aiohttp.close(socket, code)
    report_sent(code)
    return False


async def aiohttp_client(port: int) -> None:
    """Connect until the peer tells to stop."""
    is_last = False
    async with ClientSession() as session:
        while not is_last:
            async with session.ws_connect(f"ws://{HOST}:{port}/") as socket:
                message = await socket.receive()
                is_last = await converse_in_aiohttp(socket, message)


async def aiohttp_server() -> None:
    """Serve until the process is killed."""

    async def handle(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        _ = await socket.prepare(request)
        _ = await converse_in_aiohttp(socket, await socket.receive())
        return socket

    app = web.Application()
    _ = app.router.add_get("/", handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    print(runner.addresses[0][1], flush=True)
    _ = await asyncio.Event().wait()


async def starlette_server() -> None:
    """Serve until the process is killed, with uvicorn."""

    async def handle(socket: WebSocket) -> None:
        await socket.accept()
        try:
            code = int(await socket.receive_text())
        except WebSocketDisconnect as closed:
            report_received(*with_starlette.received(closed))
            return
        await with_starlette.close(socket, code)
        report_sent(code)

    async def refuse(socket: WebSocket) -> None:
        await with_starlette.refuse(socket, 4001)

    async def refuse_early(socket: WebSocket) -> None:
        await socket.close(4001)

    paths = {"/": handle, "/refused": refuse, "/refused-early": refuse_early}
    routes = [WebSocketRoute(path, endpoint) for path, endpoint in paths.items()]
    with sockets.create_server((HOST, 0)) as listener:
        port = listener.getsockname()[1]
        config = uvicorn.Config(Starlette(routes=routes), log_level="error")
        async with asyncio.TaskGroup() as tasks:
            serving = tasks.create_task(uvicorn.Server(config).serve([listener]))
            await check_refusals(port)
            print(port, flush=True)
            await serving


async def check_refusals(port: int) -> None:
    """Check what a client gets of a refused connection."""
    async with websockets.connect(f"ws://{HOST}:{port}/refused", proxy=None) as socket:
        try:
            _ = await socket.recv()
        except websockets.ConnectionClosed as closed:
            assert_equal(with_websockets.received(closed)[0], 4001)
    try:
        _ = await websockets.connect(f"ws://{HOST}:{port}/refused-early", proxy=None)
    except websockets.InvalidStatus as refused:
        assert_equal(refused.response.status_code, 403)
    else:
        sys.exit("a close before `accept` is not refused")


def assert_equal(found: int, expected: int) -> None:
    """End the program if a number is another one."""
    if found != expected:
        sys.exit(f"found {found} in place of {expected}")


CLIENTS = {"websockets-client": websockets_client, "aiohttp-client": aiohttp_client}
SERVERS = {
    "websockets-server": websockets_server,
    "aiohttp-server": aiohttp_server,
    "starlette-server": starlette_server,
}


def main() -> None:
    """Become one of them."""
    name, *port = sys.argv[1:]
    asyncio.run(CLIENTS[name](int(port[0])) if port else SERVERS[name]())


if __name__ == "__main__":
    main()

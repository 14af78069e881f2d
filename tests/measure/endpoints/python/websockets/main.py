"""The package websockets as a measured endpoint."""

import asyncio
import sys

import websockets
from websockets.asyncio.client import connect
from websockets.asyncio.server import serve
from websockets.frames import CloseCode

from endpoint import closing, obey, report, verdict

socket = None


async def opened(connection):
    global socket
    socket = connection
    report(event="open")
    try:
        async for _ in socket:
            pass
    except websockets.ConnectionClosed:
        pass
    async with closing:
        report(
            event="closed",
            code=socket.close_code,
            reason=socket.close_reason,
            clean=None,
        )


async def do_connect(port):
    try:
        connection = await connect(
            f"ws://127.0.0.1:{port}/",
            compression=None,
            ping_interval=None,
            open_timeout=5,
            proxy=None,
        )
    except Exception as error:
        report(event="failed", error=type(error).__name__)
    else:
        await opened(connection)


async def do_close(**close):
    async with closing:
        with verdict():
            await socket.close(**close)


async def do_abandon():
    if socket:
        socket.transport.abort()


async def main(role):
    ready = dict(
        event="ready",
        implementation="websockets",
        version=websockets.__version__,
        identifiers={code.value: code.name for code in CloseCode},
    )
    if role == "server":
        server = await serve(
            opened, "127.0.0.1", 0, compression=None, ping_interval=None
        )
        ready["port"] = server.sockets[0].getsockname()[1]
    report(**ready)
    await obey(connect=do_connect, close=do_close, abandon=do_abandon)


asyncio.run(main(sys.argv[1]))

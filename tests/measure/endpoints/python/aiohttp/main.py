"""The package aiohttp as a measured endpoint."""

import asyncio
import sys
from socket import SHUT_RDWR

import aiohttp
from aiohttp import WSMsgType, web

from endpoint import closing, obey, report, verdict

socket = None

ENDS = (WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED, WSMsgType.ERROR)


async def opened():
    report(event="open")
    while (message := await socket.receive()).type not in ENDS:
        pass
    # The code is known after the loop too, the reason only from the message.
    reason = message.extra if message.type is WSMsgType.CLOSE else None
    async with closing:
        report(event="closed", code=socket.close_code, reason=reason, clean=None)


async def accept(request):
    global socket
    socket = web.WebSocketResponse(compress=False)
    await socket.prepare(request)
    await opened()
    return socket


async def do_connect(port):
    global socket
    async with aiohttp.ClientSession() as session:
        try:
            socket = await session.ws_connect(f"ws://127.0.0.1:{port}/")
        except aiohttp.ClientError as error:
            report(event="failed", error=type(error).__name__)
            return
        await opened()


async def do_close(code=None, reason=None):
    close = {}
    if code is not None:
        close["code"] = code
    if reason:
        close["message"] = reason.encode()
    async with closing:
        with verdict():
            await socket.close(**close)


async def do_abandon():
    if socket and not socket.closed:
        socket.get_extra_info("socket").shutdown(SHUT_RDWR)


async def main(role):
    ready = dict(
        event="ready",
        implementation="aiohttp",
        version=aiohttp.__version__,
        identifiers={code.value: code.name for code in aiohttp.WSCloseCode},
    )
    if role == "server":
        app = web.Application()
        app.router.add_get("/", accept)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        ready["port"] = runner.addresses[0][1]
    report(**ready)
    await obey(connect=do_connect, close=do_close, abandon=do_abandon)


asyncio.run(main(sys.argv[1]))

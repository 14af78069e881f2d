"""The package autobahn on asyncio as a measured endpoint."""

import asyncio
import re
import sys

import autobahn
from autobahn.asyncio.websocket import (
    WebSocketClientFactory,
    WebSocketClientProtocol,
    WebSocketServerFactory,
    WebSocketServerProtocol,
)

from endpoint import obey, report, verdict

socket = None


class Opened:
    """What both sides do."""

    has_opened = False

    def onOpen(self):
        global socket
        socket = self
        self.has_opened = True
        report(event="open")

    def onClose(self, clean, code, reason):
        if self.has_opened:
            # The text of an error, without the number in question.
            reason = reason and re.sub(r" \d+(?=\")", "", reason)
            report(event="closed", code=code, reason=reason, clean=clean)
        else:
            report(event="failed", error=str(code))


class Client(Opened, WebSocketClientProtocol):
    pass


class Server(Opened, WebSocketServerProtocol):
    pass


async def do_connect(port):
    factory = WebSocketClientFactory(f"ws://127.0.0.1:{port}/")
    factory.protocol = Client
    loop = asyncio.get_running_loop()
    await loop.create_connection(factory, "127.0.0.1", port)


async def do_close(code=None, reason=None):
    with verdict():
        socket.sendClose(code, reason)


async def do_abandon():
    if socket:
        socket.transport.abort()


async def main(role):
    ready = dict(
        event="ready",
        implementation="autobahn",
        version=autobahn.__version__,
    )
    if role == "server":
        factory = WebSocketServerFactory()
        factory.protocol = Server
        loop = asyncio.get_running_loop()
        server = await loop.create_server(factory, "127.0.0.1", 0)
        ready["port"] = server.sockets[0].getsockname()[1]
    report(**ready)
    await obey(connect=do_connect, close=do_close, abandon=do_abandon)


asyncio.run(main(sys.argv[1]))

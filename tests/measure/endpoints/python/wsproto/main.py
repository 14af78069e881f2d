"""The package wsproto on streams of asyncio as a measured endpoint."""

import asyncio
import sys

import wsproto
from wsproto.connection import ConnectionState
from wsproto.events import (
    AcceptConnection,
    CloseConnection,
    Ping,
    RejectConnection,
    Request,
)
from wsproto.frame_protocol import CloseReason

from endpoint import obey, report, verdict

CHUNK = 4096

# A peer that breaks the protocol leaves the connection open.
UNANSWERED = (ConnectionState.OPEN, ConnectionState.REMOTE_CLOSING)

socket = None


class Socket:
    """A connection, of which wsproto makes and takes the bytes."""

    def __init__(self, role, reader, writer):
        self.protocol = wsproto.WSConnection(role)
        self.reader = reader
        self.writer = writer

    def send(self, event):
        self.writer.write(self.protocol.send(event))

    async def run(self):
        global socket
        told = {}
        while not told:
            try:
                self.protocol.receive_data(await self.reader.read(CHUNK) or None)
                for event in self.protocol.events():
                    if isinstance(event, Request):
                        self.send(AcceptConnection())
                        socket = self
                        report(event="open")
                    elif isinstance(event, AcceptConnection):
                        socket = self
                        report(event="open")
                    elif isinstance(event, RejectConnection):
                        report(event="failed", error="rejected")
                        return
                    elif isinstance(event, Ping):
                        self.send(event.response())
                    elif isinstance(event, CloseConnection):
                        told = dict(code=event.code, reason=event.reason)
                        if self.protocol.state in UNANSWERED:
                            self.send(event.response())
            except (wsproto.utilities.ProtocolError, OSError) as error:
                told = told or dict(error=type(error).__name__)
        self.writer.close()
        report(event="closed", clean=None, **told)


async def accept(reader, writer):
    await Socket(wsproto.ConnectionType.SERVER, reader, writer).run()


async def do_connect(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    connecting = Socket(wsproto.ConnectionType.CLIENT, reader, writer)
    connecting.send(Request(host=f"127.0.0.1:{port}", target="/"))
    await connecting.run()


async def do_close(code=None, reason=None):
    with verdict():
        # A close needs a code: this one stands for none.
        code = CloseReason.NO_STATUS_RCVD if code is None else code
        socket.send(CloseConnection(code=code, reason=reason))


async def do_abandon():
    if socket:
        socket.writer.transport.abort()


async def main(role):
    ready = dict(
        event="ready",
        implementation="wsproto",
        version=wsproto.__version__,
    )
    if role == "server":
        server = await asyncio.start_server(accept, "127.0.0.1", 0)
        ready["port"] = server.sockets[0].getsockname()[1]
    report(**ready)
    await obey(connect=do_connect, close=do_close, abandon=do_abandon)


asyncio.run(main(sys.argv[1]))

"""The package tornado as a measured endpoint."""

import asyncio
import sys

import tornado
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application
from tornado.websocket import WebSocketHandler, websocket_connect

from endpoint import obey, report, verdict

socket = None


def report_closed():
    report(
        event="closed",
        code=socket.close_code,
        reason=socket.close_reason,
        clean=None,
    )


class Handler(WebSocketHandler):
    def open(self):
        global socket
        socket = self
        report(event="open")

    def on_message(self, message):
        pass

    def on_close(self):
        report_closed()


async def do_connect(port):
    global socket
    try:
        socket = await websocket_connect(f"ws://127.0.0.1:{port}/", connect_timeout=5)
    except Exception as error:
        report(event="failed", error=type(error).__name__)
        return
    report(event="open")
    while await socket.read_message() is not None:
        pass
    report_closed()


async def do_close(**close):
    with verdict():
        socket.close(**close)


async def do_abandon():
    connection = getattr(socket, "ws_connection", None) or getattr(
        socket, "protocol", None
    )
    if connection:
        connection.stream.close()


async def main(role):
    ready = dict(event="ready", implementation="tornado", version=tornado.version)
    if role == "server":
        server = HTTPServer(Application([("/", Handler)]))
        sockets = bind_sockets(0, "127.0.0.1")
        server.add_sockets(sockets)
        ready["port"] = sockets[0].getsockname()[1]
    report(**ready)
    await obey(connect=do_connect, close=do_close, abandon=do_abandon)


asyncio.run(main(sys.argv[1]))

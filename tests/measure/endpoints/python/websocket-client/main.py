"""The package websocket-client as a measured endpoint."""

import json
import sys
import threading

import websocket

from endpoint import report

connection = None


class Connection:
    """One WebSocketApp, which reads in its own thread."""

    def __init__(self, port):
        self.open = self.closing = False
        self.error = None
        self.app = websocket.WebSocketApp(
            f"ws://127.0.0.1:{port}/",
            on_open=self.on_open,
            on_error=self.on_error,
            on_close=self.on_close,
        )
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        self.app.run_forever()
        if self.open and not self.closing:
            self.socket.shutdown()  # after a Close frame it would wait for the garbage collector

    def on_open(self, app):
        self.open = True
        self.socket = app.sock
        report(event="open")

    def on_error(self, app, error):
        self.error = type(error).__name__
        if not self.open:
            report(event="failed", error=self.error)

    def on_close(self, app, code, reason):
        if not self.open or self.closing:
            return
        closed = dict(event="closed", code=code, reason=reason, clean=None)
        if code is None:
            closed["error"] = self.error
        report(**closed)

    def close(self, code=None, reason=None):
        self.closing = True
        close = {}
        if code is not None:
            close["status"] = code
        if reason:
            close["reason"] = reason
        try:
            self.app.close(**close)
        except Exception as error:
            self.closing = False
            report(event="refused", error=type(error).__name__)
        else:
            report(event="accepted")
            # When, and with the peer's code or none, on_close comes now is a race between two threads.
            report(event="closed", code=None, reason=None, clean=None)

    def abandon(self):
        if self.app.sock:
            self.app.sock.abort()


report(
    event="ready",
    implementation="websocket-client",
    version=websocket.__version__,
    identifiers={
        code: name
        for name, code in vars(websocket).items()
        if name.startswith("STATUS_")
    },
)

for line in sys.stdin:
    command = json.loads(line)
    match command.pop("do"):
        case "connect":
            connection = Connection(**command)
        case "close":
            connection.close(**command)
        case "abandon":
            if connection:
                connection.abandon()

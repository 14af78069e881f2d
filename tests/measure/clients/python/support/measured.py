"""A library that reconnects as a measured client: commands as JSON lines in, events as JSON lines out.

The event loop has a clock of its own. It stands still while there is a connection, and otherwise moves to the next timer."""

import asyncio
import importlib.metadata
import json
import os
import random
import selectors
import sys

# A library that waits longer than this does not connect again.
LONGEST_WAIT = 3600

fixed = float(sys.argv[1])
random.random = lambda: fixed
random.uniform = lambda low, high: low + (high - low) * fixed


def report(event, **fields):
    print(json.dumps({"event": event, **fields}), flush=True)


class Selector(selectors.DefaultSelector):
    """Waits for files only. What the loop would sleep, its clock skips."""

    def select(self, timeout=None):
        loop = self.loop
        # What other threads do, the loop is told by a file.
        ready = super().select(0)
        if ready or timeout == 0:
            return ready
        if loop.is_active and not loop.live:
            end = loop.since + LONGEST_WAIT
            if timeout is not None and loop.now + timeout <= end:
                loop.now += timeout
                return ready
            loop.is_active = False
            report("stopped")
        return super().select(None)


class Loop(asyncio.SelectorEventLoop):
    """The loop that the library runs in."""

    def __init__(self):
        self.now = self.since = 0.0
        # The connections, and those that are being made.
        self.live = set()
        self.is_active = False
        selector = Selector()
        selector.loop = self
        super().__init__(selector)

    def time(self):
        return self.now

    async def create_connection(self, factory, *args, **kwargs):
        """Reports every connection that the library begins."""
        if self.is_active:
            report("dialed", after=round((self.now - self.since) * 1000))
        dialed = object()
        self.live.add(dialed)

        def counted():
            protocol = factory()
            made, lost = protocol.connection_made, protocol.connection_lost

            def connection_made(transport):
                self.live.discard(dialed)
                self.live.add(transport)
                protocol.transport_of_loop = transport
                made(transport)

            def connection_lost(error):
                self.live.discard(protocol.transport_of_loop)
                self.since = self.now
                lost(error)

            protocol.connection_made = connection_made
            protocol.connection_lost = connection_lost
            return protocol

        try:
            return await super().create_connection(counted, *args, **kwargs)
        finally:
            self.live.discard(dialed)


def run(package, connect):
    """Runs the client for `package`. `connect` gets a URL, what the hook is to answer (True, False or None), and a function
    to call when the library takes a connection for good; it is cancelled to stop the library."""
    loop = Loop()
    asyncio.set_event_loop(loop)

    def opened():
        if loop.is_active:
            report("opened")

    async def stop():
        loop.is_active = False
        # Closing a connection may wait for a timer; nobody waits for that here.
        for other in asyncio.all_tasks():
            if other is not asyncio.current_task():
                other.cancel()
        while loop.live:
            await asyncio.sleep(0)
            for connection in loop.live:
                if isinstance(connection, asyncio.Transport):
                    connection.abort()
        report("idle")

    def commanded():
        line = sys.stdin.readline()
        if not line:
            os._exit(0)
        command = json.loads(line)
        if command["do"] == "stop":
            loop.create_task(stop())
            return
        again = {"again": True, "never": False}.get(command.get("advice"))
        loop.since = loop.now
        loop.is_active = True
        url = f"ws://127.0.0.1:{command['port']}"
        loop.create_task(connect(url, again, opened))

    loop.add_reader(sys.stdin, commanded)
    name = os.path.basename(os.getcwd())
    version = importlib.metadata.version(package)
    report("ready", implementation=name, version=version)
    loop.run_forever()

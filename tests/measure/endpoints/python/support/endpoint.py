"""What the Python endpoints share: commands as JSON lines in, events as JSON lines out. The protocol is described in
tests/measure/README.md."""

import asyncio
import contextlib
import json
import sys

# Held while a close is made, and for its end, so that "accepted" comes before "closed".
closing = asyncio.Lock()


def report(**event):
    print(json.dumps(event), flush=True)


@contextlib.contextmanager
def verdict():
    """Reports whether the API accepts the close that is made here."""
    try:
        yield
    except Exception as error:
        report(event="refused", error=type(error).__name__)
    else:
        report(event="accepted")


async def obey(**commands):
    """Runs the harness's commands, each in a task of its own, until standard input ends."""
    lines = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(lines), sys.stdin
    )
    tasks = set()
    async for line in lines:
        command = json.loads(line)
        tasks.add(asyncio.create_task(commands[command.pop("do")](**command)))

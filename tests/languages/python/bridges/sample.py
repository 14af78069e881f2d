"""Stay connected to paths with the loop of the readme."""

import asyncio
import sys

from close_codes import After
from example_1 import listen  # The loop of the readme.


def ignore(_message: str | bytes) -> None:
    """Take a message."""


async def stay(url: str, path: str) -> None:
    """Stay connected to one path until its code forbids it."""

    async def prepare(after: After) -> None:
        print(f"prepared {path} {after}", flush=True)

    code = await listen(url + path, ignore, prepare)
    print(f"stopped {path} {code}", flush=True)


async def main(url: str, *paths: str) -> None:
    """Stay connected to every path at once. A line closes those that stay open."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(stay(url, path)) for path in paths]
        closed = [
            group.create_task(stay(url, path)) for path in ["/open", "/open/1011"]
        ]
        for read, stopped in [(sys.stdin.readline, closed), (sys.stdin.read, tasks)]:
            _ = await asyncio.to_thread(read)
            for task in stopped:
                _ = task.cancel()


asyncio.run(main(*sys.argv[1:]))

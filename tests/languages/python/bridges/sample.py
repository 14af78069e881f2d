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


async def close_later(url: str, path: str) -> None:
    """Close the connection to a path that stays open."""
    task = asyncio.create_task(stay(url, path))
    await asyncio.sleep(2)
    _ = task.cancel()


async def main(url: str, *paths: str) -> None:
    """Stay connected to every path at once, until standard input ends."""
    loops = [stay(url, path) for path in paths]
    loops += [close_later(url, path) for path in ["/open", "/open/1011"]]
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(loop) for loop in loops]
        _ = await asyncio.to_thread(sys.stdin.read)
        for task in tasks:
            _ = task.cancel()


asyncio.run(main(*sys.argv[1:]))

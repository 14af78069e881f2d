"""websockets' own way to reconnect, `async for`, as a measured client."""

from measured import run
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed


async def stay(url, again, opened):
    async for connection in connect(url):
        opened()
        try:
            async for _ in connection:
                pass
        except ConnectionClosed:
            pass
        if again is False:
            break


run("websockets", stay)

"""centrifuge-python as a measured client."""

import asyncio

from centrifuge import Client, ClientEventHandler
from measured import run


async def stay(url, again, opened):
    class Handler(ClientEventHandler):
        async def on_connected(self, context):
            opened()

        async def on_connecting(self, context):
            if again is False and context.code > 0:
                asyncio.create_task(client.disconnect())

        async def on_disconnected(self, context):
            if again is True and context.code > 0:
                asyncio.create_task(client.connect())

    client = Client(url, events=Handler())
    await client.connect()
    await asyncio.Event().wait()


run("centrifuge-python", stay)

"""The asynchronous client of python-socketio as a measured client."""

import asyncio

import socketio
from measured import run


async def stay(url, again, opened):
    client = socketio.AsyncClient()
    client.on("connect", opened)

    async def disconnected(*_):
        if again is False:
            await client.disconnect()

    client.on("disconnect", disconnected)
    await client.connect(url.replace("ws:", "http:"), transports=["websocket"])
    await asyncio.Event().wait()


run("python-socketio", stay)

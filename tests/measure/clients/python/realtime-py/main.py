"""Supabase's client realtime as a measured client."""

import asyncio

from measured import run
from realtime import AsyncRealtimeClient, RealtimeSubscribeStates


async def stay(url, again, opened):
    def subscribed(status, error):
        if status == RealtimeSubscribeStates.SUBSCRIBED:
            opened()
        elif again:
            asyncio.create_task(client.connect())

    client = AsyncRealtimeClient(
        f"{url}/realtime/v1", token="key", auto_reconnect=again is None
    )
    await client.channel("news").subscribe(subscribed)
    await asyncio.Event().wait()


run("realtime", stay)

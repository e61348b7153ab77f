"""The items that a subscription gives, one after another."""

from dataclasses import dataclass
from typing import Any

import aiohttp

from tests.databases import PATIENCE

QUIET = 0.15
"""Seconds in which an item that should not come would have come."""


@dataclass
class Stream:
    """The items of one subscription."""

    ws: aiohttp.ClientWebSocketResponse

    async def message(self) -> Any:
        return await self.ws.receive_json(timeout=PATIENCE)

    async def item(self) -> Any:
        """The next item."""
        message = await self.message()
        assert message["type"] == "next", message
        assert "errors" not in message["payload"], message
        (value,) = message["payload"]["data"].values()
        return value

    async def items(self, count: int) -> list[Any]:
        return [await self.item() for _ in range(count)]

    async def is_quiet(self) -> bool:
        """Whether nothing comes."""
        try:
            await self.ws.receive(timeout=QUIET)
        except TimeoutError:
            return True
        return False

"""Asking a call of the running service: over HTTP, a subscription over a socket."""

import json
from collections.abc import AsyncIterator
from typing import Any

from aiohttp import ClientWebSocketResponse, WSMsgType

from tests.authorization.calls import Call
from tests.authorization.roles import Asker
from tests.authorization.things import Ids
from tests.live.devices import cursor_of

_SIGN_IN = {"errors": [{"extensions": {"code": "UNAUTHENTICATED"}}]}
"""The verdict of a socket that closes with 4403."""


async def ask(asker: Asker, call: Call, ids: Ids) -> str:
    """The whole answer as it came; of a subscription all items up to now."""
    body = {"query": call.document, "variables": {name: ids[name] for name in call.things}}
    if call.operation == "subscription":
        return json.dumps(await _items(asker, call, body))
    async with asker.world.client.post(asker.world.url, json=body, headers=_headers(asker)) as answer:
        return await answer.text()


def _headers(asker: Asker) -> dict[str, str]:
    return {"Authorization": asker.speaker.token} if asker.speaker else {}


async def _items(asker: Asker, call: Call, body: dict[str, Any]) -> dict[str, Any]:
    end = await _end_of(asker)
    connected = asker.world.client.ws_connect(asker.world.url, protocols=["graphql-transport-ws"])
    async with connected as ws:
        await ws.send_json({"type": "connection_init", "payload": _headers(asker)})
        await ws.send_json({"type": "subscribe", "id": "1", "payload": body})
        items = []
        async for payload in _payloads(ws):
            if "errors" in payload:
                return payload
            items.append(payload["data"][call.asked.name])
            if items[-1]["__typename"] == "Position" and items[-1]["eventCursor"] == end:
                break
            if items[-1]["__typename"] == "PushesWaiting":
                break
    return {"data": {call.asked.name: items}}


async def _end_of(asker: Asker) -> str:
    """The host app has no log."""
    has_log = asker.speaker and asker.speaker.key
    return await cursor_of(asker.speaker) if asker.speaker and has_log else ""


async def _payloads(ws: ClientWebSocketResponse) -> AsyncIterator[dict[str, Any]]:
    while (frame := await ws.receive(timeout=5)).type == WSMsgType.TEXT:
        match frame.json():
            case {"type": "next", "payload": payload}:
                yield payload
            case {"type": "error", "payload": errors}:
                yield {"errors": errors}
    assert frame.data == 4403, frame
    yield _SIGN_IN

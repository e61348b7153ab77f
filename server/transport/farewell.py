"""The end of a socket whose client broke the framing: it gets the time to read why."""

import asyncio

from aiohttp import WebSocketError, WSMsgType, web

ENDS = frozenset({WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED, WSMsgType.ERROR})
"""Kinds of messages after which none comes."""


class FarewellSocket(web.WebSocketResponse):
    """aiohttp hangs up right after the close frame of such an end.

    Bytes that are still on their way then reset the connection. A client in the middle of a large message sees the
    reset alone, and sends the same again.
    """

    _end: "_End | None" = None

    def _close_transport(self) -> None:
        transport = self._req.transport if self._req is not None else None
        if transport is None or transport.is_closing() or not isinstance(self._exception, WebSocketError):
            super()._close_transport()
        elif self._end is None:
            self._end = _End(transport.get_protocol())
            transport.set_protocol(self._end)
            if not transport.is_reading():
                transport.resume_reading()
            transport.write_eof()

    async def wait_left(self, seconds: float) -> None:
        """Until the client hangs up, if it has to; what it sends is not read."""
        if self._end is not None:
            await asyncio.wait([self._end.left], timeout=seconds)


class _End(asyncio.Protocol):
    """Ignores what comes."""

    def __init__(self, wire: asyncio.BaseProtocol) -> None:
        self.left = asyncio.get_running_loop().create_future()
        self._wire = wire

    def connection_lost(self, exc: Exception | None) -> None:
        """The wire may forget the connection."""
        self._wire.connection_lost(exc)
        if not self.left.done():
            self.left.set_result(None)

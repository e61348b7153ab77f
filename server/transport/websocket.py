"""Opens WebSockets at the same address as HTTP."""

import re
import sys
from http import HTTPStatus

from aiohttp import hdrs, web

from server.errors import Refused
from server.service import CLOSE_CODE, SERVICE, Deadlines
from server.transport.connection import Connection
from server.transport.negotiation import is_welcome
from server.transport.sessions import SESSIONS
from server.transport.sockets import SocketChannel

PROTOCOL = "graphql-transport-ws"
VERSION = "13"
KEY = re.compile(r"[A-Za-z0-9+/]{21}[AQgw]==")
MAX_MESSAGE = 64 * 1024


def is_upgrade(request: web.Request) -> bool:
    """Whether the request asks for a WebSocket."""
    return request.headers.get(hdrs.UPGRADE, "").lower() == "websocket"


async def answer_socket(request: web.Request) -> web.StreamResponse:
    """Serve one connection to its end."""
    _require_handshake(request)
    if not is_welcome(request):
        raise Refused(HTTPStatus.FORBIDDEN, "This page may not open a socket here.")
    service = request.app[SERVICE]
    socket = await _opened(request, service.deadlines)
    if request.transport is None:
        return socket
    channel = SocketChannel(socket, request.transport, service)
    if not socket.ws_protocol:
        channel.close(4406, "Subprotocol not acceptable")
    authorization = request.headers.getall(hdrs.AUTHORIZATION, ())
    connection = Connection(channel, service, service.asker(request), authorization)
    request.app[SESSIONS].add(connection)
    try:
        request[CLOSE_CODE] = await connection.serve()
    finally:
        request.app[SESSIONS].discard(connection)
    return socket


async def _opened(request: web.Request, deadlines: Deadlines) -> web.WebSocketResponse:
    offered = request.headers.get(hdrs.SEC_WEBSOCKET_PROTOCOL, "").replace(" ", "").split(",")
    socket = web.WebSocketResponse(
        protocols=[PROTOCOL] if PROTOCOL in offered else [],
        timeout=deadlines.close,
        heartbeat=deadlines.heartbeat,
        autoping=False,
        compress=False,
        max_msg_size=MAX_MESSAGE,
        writer_limit=sys.maxsize,
    )
    await socket.prepare(request)
    return socket


def _require_handshake(request: web.Request) -> None:
    """Refuse, with the cause, every handshake that aiohttp would reject or accept with an error."""
    headers = request.headers
    if "upgrade" not in headers.get(hdrs.CONNECTION, "").lower().replace(" ", "").split(","):
        raise Refused(HTTPStatus.BAD_REQUEST, "Send the header Connection: Upgrade.")
    if headers.get(hdrs.SEC_WEBSOCKET_VERSION) != VERSION:
        version = {str(hdrs.SEC_WEBSOCKET_VERSION): VERSION}
        raise Refused(HTTPStatus.BAD_REQUEST, f"Send Sec-WebSocket-Version: {VERSION}.", version)
    if not KEY.fullmatch(headers.get(hdrs.SEC_WEBSOCKET_KEY, "")):
        raise Refused(HTTPStatus.BAD_REQUEST, "Sec-WebSocket-Key must be 16 bytes in base64.")

"""The HTTP server under the application: what cannot be read as HTTP gets a JSON answer and no traceback."""

from http import HTTPStatus

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from server.refusals import Refused

MAX_IDLE = 75.0
"""Seconds that a connection may wait for its next request, headers included."""


class Runner(web.AppRunner):
    """Runs an application with our wire: bodies are never inflated, clients have little time to finish."""

    def __init__(self, app: web.Application) -> None:
        super().__init__(app, shutdown_timeout=5.0)

    async def _make_server(self) -> web.Server:
        made = await super()._make_server()
        return _Server(
            made.request_handler,
            request_factory=made.request_factory,
            access_log=None,
            auto_decompress=False,
            keepalive_timeout=MAX_IDLE,
            lingering_time=2.0,
        )


class _Server(web.Server):
    def __call__(self) -> RequestHandler:
        return _Wire(self, loop=self._loop, **self._kwargs)


class _Wire(RequestHandler):
    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Answer what the parser refused; anything else is a bug that the application let through."""
        if status != HTTPStatus.BAD_REQUEST:
            return super().handle_error(request, status, exc, message)
        response = Refused(HTTPStatus.BAD_REQUEST, "This is no HTTP that we read.").response()
        response.force_close()
        return response

"""Answers to requests that no operation came of: JSON with a code, whatever the status."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

import orjson
from aiohttp import web
from graphql import GraphQLError

from schema.types.errors import ClientError, Unauthenticated

JSON = "application/json"
CODES = {
    HTTPStatus.NOT_FOUND: "NOT_FOUND",
    HTTPStatus.METHOD_NOT_ALLOWED: "METHOD_NOT_ALLOWED",
    HTTPStatus.NOT_ACCEPTABLE: "NOT_ACCEPTABLE",
    HTTPStatus.REQUEST_TIMEOUT: "REQUEST_TIMEOUT",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "PAYLOAD_TOO_LARGE",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "UNSUPPORTED_MEDIA_TYPE",
    HTTPStatus.EXPECTATION_FAILED: "EXPECTATION_FAILED",
    HTTPStatus.FORBIDDEN: "FORBIDDEN",
}


class RateLimited(ClientError):
    """Over a limit of the service: nothing was run. The same error over HTTP and sockets."""

    def __init__(self, seconds: int, message: str = "Too much at once: try again later.") -> None:
        super().__init__("RATE_LIMITED", message, retryAfterSeconds=seconds)
        self.seconds = seconds

    @property
    def headers(self) -> Mapping[str, str]:
        """Of the HTTP answer."""
        return {"Retry-After": str(self.seconds)}

    def response(self) -> web.Response:
        """The HTTP answer to a request that no operation came of."""
        return refusal(HTTPStatus.TOO_MANY_REQUESTS, self, self.headers)


@dataclass
class Refused(Exception):
    """Raised to end a request; `message` never quotes what the client sent. `closes` ends the connection too."""

    status: HTTPStatus
    message: str
    headers: Mapping[str, str] = field(default_factory=dict)
    closes: bool = False

    def response(self) -> web.Response:
        """The answer, with the code that belongs to the status."""
        code = CODES.get(self.status, "BAD_REQUEST")
        response = refusal(self.status, GraphQLError(self.message, extensions={"code": code}), self.headers)
        if self.closes:
            response.force_close()
        return response


def refusal(status: int, error: GraphQLError, headers: Mapping[str, str] | None = None) -> web.Response:
    """A JSON answer of one error."""
    body = orjson.dumps({"errors": [error.formatted]})
    return web.Response(status=status, body=body, content_type=JSON, charset="utf-8", headers=headers)


def unauthenticated() -> web.Response:
    """The answer to a token that is bad, expired, or of nobody: always the same."""
    return refusal(HTTPStatus.UNAUTHORIZED, Unauthenticated(), {"WWW-Authenticate": "Bearer"})

"""Reads and checks the host app's signed token."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import jwt

from rules.provisioning import is_subject

MAX_HEADER_LENGTH = 8 * 1024
MAX_KNOWN = 4096


class TokenError(Exception):
    """A token that is refused. The client never learns which check failed."""


@dataclass(frozen=True, slots=True)
class Token:
    """The facts of a checked token. Times are UTC; `subject` is the host app's id of a user."""

    subject: str
    expires_at: datetime | None
    issued_at: datetime | None
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class TokenReader:
    """Checks tokens against one shared secret (HS256); `audience` and `issuer` too when they are set."""

    secret: str
    audience: str | None
    issuer: str | None
    clock: Callable[[], datetime]

    def read_headers(self, values: Sequence[str]) -> Token | None:
        """The token in a request's Authorization headers; None without one, TokenError for several."""
        if not values:
            return None
        if len(values) > 1:
            raise TokenError("several headers")
        return self.read(values[0])

    def read(self, header: str) -> Token:
        """The token of `Bearer <token>`, or TokenError."""
        scheme, _, text = header.partition(" ")
        if scheme.lower() != "bearer" or not header.isascii() or len(header) > MAX_HEADER_LENGTH:
            raise TokenError("no bearer token")
        return self._in_time(*_verified(text.strip(), self.secret, self.audience, self.issuer))

    def _in_time(self, token: Token, begins_at: datetime | None) -> Token:
        now = self.clock()
        if token.expires_at is None or token.expires_at <= now:
            raise TokenError("expired")
        if begins_at is not None and begins_at > now:
            raise TokenError("not valid yet")
        return token


@lru_cache(maxsize=MAX_KNOWN)
def _verified(
    text: str, secret: str, audience: str | None, issuer: str | None
) -> tuple[Token, datetime | None]:
    """The token and its start;

    cached, so all checks but the time of day run once. Refusals are not cached.
    """
    try:
        claims = jwt.decode(
            text,
            secret,
            algorithms=["HS256"],
            audience=audience,
            issuer=issuer,
            options={  # times and subject are checked here: by our clock, and for their types
                "verify_aud": audience is not None,
                "verify_exp": False,
                "verify_nbf": False,
                "verify_iat": False,
                "verify_sub": False,
            },
        )
    except (jwt.PyJWTError, RecursionError) as error:
        raise TokenError("not decoded") from error
    token = Token(_subject(claims), _time(claims, "exp"), _time(claims, "iat"), _roles(claims))
    return token, _time(claims, "nbf")


def _time(claims: dict[str, Any], name: str) -> datetime | None:
    value = claims.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TokenError(f"{name} is no number")
    try:
        return datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise TokenError(f"{name} is out of range") from error


def _subject(claims: dict[str, Any]) -> str:
    subject = claims.get("sub")
    if not isinstance(subject, str) or not is_subject(subject):
        raise TokenError("no subject")
    return subject


def _roles(claims: dict[str, Any]) -> frozenset[str]:
    roles = claims.get("roles", [])
    if not isinstance(roles, list) or not all(isinstance(role, str) for role in roles):
        raise TokenError("roles are no list of strings")
    return frozenset(roles)

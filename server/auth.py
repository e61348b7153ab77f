"""Reads and checks the host app's signed token."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

import jwt
from jwt import PyJWK

from rules.provisioning import is_subject
from server.keys import ALGORITHMS, KeyName, KeySet
from server.settings import Settings

MAX_HEADER_LENGTH = 8 * 1024
MAX_KNOWN = 4096
NO_ROLES = frozenset[str]()
"""One for all tokens: each empty set takes 216 bytes."""

SHARED = "HS256"
"""The one algorithm of a shared secret."""


class TokenError(Exception):
    """A token that is refused. The client never learns which check failed."""


class BadSignature(TokenError):
    """Another key may have signed it."""


@dataclass(frozen=True, slots=True)
class Token:
    """The facts of a checked token. Times are UTC; `subject` is the host app's id of a user."""

    subject: str
    expires_at: datetime | None
    issued_at: datetime | None
    roles: frozenset[str]

    def is_before(self, valid_from: datetime | None) -> bool:
        """Whether it is revoked: a token that does not say when it was issued counts as older than any other."""
        return valid_from is not None and (self.issued_at is None or self.issued_at < valid_from)


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret that is shared with the host app. `until`: tokens that it signed end then, if not before."""

    text: str = field(repr=False)
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """A token whose signature is good, and its start; `key` is the published one that signed it."""

    token: Token
    begins_at: datetime | None
    name: KeyName | None = None
    key: PyJWK | None = None


@dataclass(frozen=True, slots=True)
class TokenReader:
    """Checks tokens against shared secrets (HS256) and published keys.

    `audience` and `issuer` are checked when they are set.
    """

    secrets: Sequence[Secret]
    audience: str | None
    issuer: str | None
    clock: Callable[[], datetime]
    keys: KeySet | None = None
    _known: dict[str, Verified] = field(default_factory=dict, init=False, repr=False)

    def known(self, values: Sequence[str]) -> Token | None:
        """As `read_headers`, without a wait: None if it must be asked."""
        known = self._known.get(values[0]) if len(values) == 1 else None
        is_signed = known is not None and (known.name is None or self._is_still_signed(known))
        return self._in_time(known) if known and is_signed else None

    async def read_headers(self, values: Sequence[str]) -> Token | None:
        """The token in a request's Authorization headers; None without one, TokenError for several."""
        if not values:
            return None
        if len(values) > 1:
            raise TokenError("several headers")
        return await self.read(values[0])

    async def read(self, header: str) -> Token:
        """The token of `Bearer <token>`, or TokenError. NoKeys if its key cannot be had now."""
        known = self._known.get(header)
        if known is None or not self._is_still_signed(known):
            text = _text_of(header)
            known = await self._verify(text)
            if len(header) == len("Bearer ") + len(text):
                self._keep(header, known)
        return self._in_time(known)

    def _is_still_signed(self, known: Verified) -> bool:
        """Whether its key is still published."""
        return known.name is None or (self.keys is not None and self.keys.get(known.name) is known.key)

    def _keep(self, header: str, known: Verified) -> None:
        """All checks but the time of day run once. Refusals are not kept, nor are headers with further spaces."""
        if len(self._known) >= MAX_KNOWN:
            self._known.clear()
        self._known[header] = known

    async def _verify(self, text: str) -> Verified:
        try:
            header = jwt.get_unverified_header(text)
        except (jwt.PyJWTError, ValueError, RecursionError) as error:
            raise TokenError("no header") from error
        algorithm, kid = header.get("alg"), header.get("kid")
        if algorithm == SHARED:
            return self._signed_by_secret(text)
        if self.keys is None or not (isinstance(kid, str) and isinstance(algorithm, str)):
            raise TokenError("no key")
        if algorithm not in ALGORITHMS:
            raise TokenError("another algorithm")
        name = kid, algorithm
        key = await self.keys.find(name)
        if key is None:
            raise TokenError("unknown key")
        return replace(self._decoded(text, key), name=name, key=key)

    def _signed_by_secret(self, text: str) -> Verified:
        for secret in self.secrets:
            try:
                return _ending(self._decoded(text, secret.text), secret.until)
            except BadSignature:
                continue
        raise TokenError("no secret of ours")

    def _decoded(self, text: str, key: str | PyJWK) -> Verified:
        try:
            claims = jwt.decode(
                text,
                key,
                algorithms=[SHARED if isinstance(key, str) else key.algorithm_name],
                audience=self.audience,
                issuer=self.issuer,
                options={  # times and subject are checked here: by our clock, and for their types
                    "verify_aud": self.audience is not None,
                    "verify_exp": False,
                    "verify_nbf": False,
                    "verify_iat": False,
                    "verify_sub": False,
                },
            )
        except jwt.InvalidSignatureError as error:
            raise BadSignature("signature") from error
        except (jwt.PyJWTError, RecursionError) as error:
            raise TokenError("not decoded") from error
        token = Token(_subject(claims), _time(claims, "exp"), _time(claims, "iat"), _roles(claims))
        return Verified(token, _time(claims, "nbf"))

    def _in_time(self, known: Verified) -> Token:
        token, now = known.token, self.clock()
        if token.expires_at is None or token.expires_at <= now:
            raise TokenError("expired")
        if known.begins_at is not None and known.begins_at > now:
            raise TokenError("not valid yet")
        return token


def make_reader(settings: Settings) -> TokenReader:
    """The check of tokens that the settings describe."""
    present = settings.jwt_secret, None
    previous = settings.jwt_secret_previous, settings.jwt_secret_previous_until
    return TokenReader(
        secrets=[Secret(text, until) for text, until in (present, previous) if text],
        audience=settings.jwt_audience,
        issuer=settings.jwt_issuer,
        clock=partial(datetime.now, UTC),
        keys=KeySet(settings.jwks_url, settings.jwks_keep) if settings.jwks_url else None,
    )


def _text_of(header: str) -> str:
    """The token of `Bearer <token>`."""
    scheme, _, text = header.partition(" ")
    if scheme.lower() != "bearer" or not header.isascii() or len(header) > MAX_HEADER_LENGTH:
        raise TokenError("no bearer token")
    return text.strip()


def _ending(known: Verified, until: datetime | None) -> Verified:
    """With the secret that signed it; a token without an end gets none, and is refused."""
    expires_at = known.token.expires_at
    if until is None or expires_at is None:
        return known
    return replace(known, token=replace(known.token, expires_at=min(expires_at, until)))


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
    return frozenset(roles) if roles else NO_ROLES

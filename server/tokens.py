"""Signs tokens as a host app does."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import jwt

from server.settings import Settings


@dataclass(frozen=True, slots=True)
class Claim:
    """The user whom a token names, and for how long from now it is valid."""

    subject: str
    roles: tuple[str, ...]
    lifetime: timedelta


def sign(settings: Settings, claim: Claim) -> str:
    """HS256 with the settings' secret, audience and issuer."""
    now = datetime.now(UTC)
    claims: dict[str, object] = {"sub": claim.subject, "roles": list(claim.roles)}
    claims |= {"iat": now, "exp": now + claim.lifetime}
    claims |= {"aud": settings.jwt_audience} if settings.jwt_audience else {}
    claims |= {"iss": settings.jwt_issuer} if settings.jwt_issuer else {}
    return jwt.encode(claims, settings.jwt_secret.get_secret_value(), "HS256")

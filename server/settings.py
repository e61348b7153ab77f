"""What an installation chooses, read from the environment once, at start; wrong means it does not start."""

import os
import re
import secrets
from difflib import get_close_matches
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from rules.policy import Policy
from server.addresses import Network
from server.policy_source import names_of, read_numbers
from server.rates import Rates

PREFIX = "DOORSTEP_"
MIN_SECRET_BYTES = 32
ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?|https?://\[[0-9a-f:]+\](:\d{1,5})?")


class SettingsError(Exception):
    """One line for the operator; it quotes no value."""


class Settings(BaseSettings):
    """One field, one variable: `port` is DOORSTEP_PORT; the fields of policy and rates have variables of their own.

    A demo makes itself a secret at random, so its tokens end with the process.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, hide_input_in_errors=True)

    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65_535)
    database_url: str = "sqlite:///var/doorstep.db"
    demo: bool = False
    jwt_secret: SecretStr = Field(default_factory=lambda known: _demo_secret(known))
    jwt_audience: str | None = None
    jwt_issuer: str | None = None
    cors_origins: Annotated[frozenset[str], NoDecode] = frozenset()
    trusted_proxies: Annotated[tuple[Network, ...], NoDecode] = ()
    words_file: Path | None = None
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    policy: Policy = Field(default_factory=lambda: read_numbers(Policy, os.environ))
    rates: Rates = Field(default_factory=lambda: read_numbers(Rates, os.environ))

    @field_validator("cors_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        origins = {part.strip() for part in value.split(",") if part.strip()}
        if not all(ORIGIN.fullmatch(origin) for origin in origins):
            raise ValueError("must be origins such as https://app.example.com, with commas between")
        return origins

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def _read_networks(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return tuple(ip_network(part.strip()) for part in value.split(",") if part.strip())
        except ValueError:
            raise ValueError(
                "must be addresses or networks such as 10.0.0.0/8, with commas between"
            ) from None

    @model_validator(mode="after")
    def _is_safe(self) -> Self:
        size = len(self.jwt_secret.get_secret_value().encode())
        if not size:
            raise ValueError(f"{PREFIX}JWT_SECRET is needed (or {PREFIX}DEMO=1, on this machine only)")
        if size < MIN_SECRET_BYTES:
            raise ValueError(f"{PREFIX}JWT_SECRET must have at least {MIN_SECRET_BYTES} bytes")
        if self.demo and not _is_loopback(self.host):
            raise ValueError(f"{PREFIX}DEMO is refused on a {PREFIX}HOST that others can reach")
        return self


def read_settings() -> Settings:
    """The settings of this process, or SettingsError."""
    _refuse_unknown()
    try:
        return Settings()  # type: ignore[call-arg]
    except ValidationError as error:
        raise SettingsError("; ".join(_line(dict(one)) for one in error.errors())) from None
    except ValueError as error:
        raise SettingsError(str(error)) from None


def _refuse_unknown() -> None:
    own = {PREFIX + name.upper() for name in Settings.model_fields if name not in {"policy", "rates"}}
    known = own | set(names_of(Policy)) | set(names_of(Rates))
    for name in sorted(os.environ):
        if name.upper().startswith(PREFIX) and name not in known:
            near = get_close_matches(name.upper(), known, n=1)
            raise SettingsError(f"{name} is no setting" + (f"; did you mean {near[0]}?" if near else ""))


def _line(error: dict[str, Any]) -> str:
    name = "".join(f"{PREFIX}{str(part).upper()}: " for part in error["loc"][:1])
    return name + str(error["msg"]).removeprefix("Value error, ")


def _demo_secret(known: dict[str, Any]) -> SecretStr:
    return SecretStr(secrets.token_urlsafe(MIN_SECRET_BYTES) if known.get("demo") else "")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False

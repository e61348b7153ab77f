"""An installation's settings, read from the environment once, at start; a wrong value prevents the start."""

import os
import re
import secrets
from difflib import get_close_matches
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AwareDatetime, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from rules.policy import Policy
from server.policy import Numbers, names_of, read_numbers
from server.rates import Rates
from server.transport.heads import Network

PREFIX = "DOORSTEP_"
MIN_SECRET_BYTES = 32
TOO_SHORT = f"must have at least {MIN_SECRET_BYTES} bytes"
ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?|https?://\[[0-9a-f:]+\](:\d{1,5})?")


LAST_PORT = 65_535
UNREADABLE = (
    "cannot be read as an address: in its password write / as %2F, ? as %3F, # as %23, [ as %5B, ] as %5D"
)


class SettingsError(Exception):
    """One line for the operator; it quotes no value of a setting."""


class Settings(BaseSettings):
    """One field, one variable: `port` is DOORSTEP_PORT; the fields of policy and rates have variables of their own.

    A demo makes itself a secret at random, so its tokens end with the process. An empty secret signs nothing.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, hide_input_in_errors=True)

    host: str = Field(default="127.0.0.1", min_length=1, description="an address or a name to listen on")
    port: int = Field(default=8000, ge=0, le=LAST_PORT, description="a whole number from 0 to 65535")
    database_url: str = Field(
        default="sqlite:///var/doorstep.db",
        pattern="^(sqlite:///|postgres(ql)?://).",
        description="sqlite:///file or postgres://…",
    )
    workers: int = Field(default=1, ge=1, le=64, description="a whole number from 1 to 64")
    redis_url: str | None = Field(
        default=None,
        pattern="^(rediss?|unix)://.",
        description="redis://… or rediss://…, or not set",
    )
    metrics_port: int | None = Field(
        default=None, ge=1, le=LAST_PORT, description="a whole number from 1 to 65535, or not set"
    )
    metrics_host: str = Field(
        default="127.0.0.1", min_length=1, description="an address or a name to listen on"
    )
    demo: bool = Field(default=False, description="true or false")
    jwks_url: str | None = Field(
        default=None,
        pattern=r"^(https://|http://(localhost|127\.0\.0\.1|\[::1\])[:/]).",
        description="https://…, or http:// on this machine, or not set",
    )
    jwks_keep: int = Field(default=3600, ge=0, le=604_800, description="seconds from 0 to 604800")
    jwt_secret: SecretStr = Field(default=SecretStr(""), validate_default=True)
    jwt_secret_previous_until: AwareDatetime | None = Field(
        default=None, description="a time with its zone such as 2026-03-04T12:00:00Z, or not set"
    )
    jwt_secret_previous: SecretStr | None = Field(default=None, validate_default=True)
    jwt_audience: str | None = Field(default=None, min_length=1, description="a text, or not set")
    jwt_issuer: str | None = Field(default=None, min_length=1, description="a text, or not set")
    cors_origins: Annotated[frozenset[str], NoDecode] = Field(
        default=frozenset(), description="origins such as https://app.example.com, with commas between"
    )
    trusted_proxies: Annotated[tuple[Network, ...], NoDecode] = Field(
        default=(), description="addresses or networks such as 10.0.0.0/8, with commas between"
    )
    documents: Literal["open", "trusted"] | None = Field(
        default=None, description="open or trusted; not set: open in a demo, else trusted"
    )
    manifests: Path | None = Field(
        default=None, description="a manifest of documents, or a folder of them, or not set"
    )
    words_file: Path | None = Field(default=None, description="the path of a file, or not set")
    send_sets: bool = Field(default=True, description="true or false")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="debug, info, warning or error"
    )
    log_format: Literal["auto", "json", "text"] = Field(default="auto", description="auto, json or text")
    execution: Literal["compiled", "core"] = Field(default="compiled", description="compiled or core")
    policy: Policy = Field(default_factory=lambda: read_numbers(Policy, os.environ))
    rates: Rates = Field(default_factory=lambda: read_numbers(Rates, os.environ))

    @field_validator("cors_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        origins = {part.strip() for part in value.split(",") if part.strip()}
        if not all(ORIGIN.fullmatch(origin) for origin in origins):
            raise ValueError
        return origins

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def _read_networks(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return tuple(ip_network(part.strip()) for part in value.split(",") if part.strip())
        except ValueError:
            raise ValueError from None

    @field_validator("database_url")
    @classmethod
    def _has_an_address(cls, url: str) -> str:
        try:
            _ = urlsplit(url).port if not url.startswith("sqlite:") else None
        except ValueError:
            raise ValueError(UNREADABLE) from None
        return url

    @field_validator("redis_url")
    @classmethod
    def _is_of_redis(cls, url: str | None) -> str | None:
        if url is None:
            return None
        # Its import takes memory and time, and most installations have one process.
        from redis.asyncio import Redis
        from redis.exceptions import RedisError

        try:
            Redis.from_url(url).connection_pool.make_connection()  # type: ignore[no-untyped-call]
        except (ValueError, TypeError, RedisError):
            raise ValueError from None
        return url

    @field_validator("jwks_url")
    @classmethod
    def _has_a_port(cls, url: str | None) -> str | None:
        try:
            _ = urlsplit(url or "").port
        except ValueError:
            raise ValueError from None
        return url

    @field_validator("metrics_port")
    @classmethod
    def _is_free(cls, first: int | None, known: ValidationInfo) -> int | None:
        if first is None:
            return None
        last = first + known.data.get("workers", 1) - 1
        if last > LAST_PORT:
            raise ValueError(f"leaves no port for each worker: they take {first} to {last}")
        if first <= known.data.get("port", 0) <= last:
            raise ValueError(f"must be another than {PREFIX}PORT: workers take {first} to {last}")
        return first

    @field_validator("workers")
    @classmethod
    def _can_share(cls, workers: int, known: ValidationInfo) -> int:
        if workers > 1 and known.data.get("database_url", "").startswith("sqlite:"):
            raise ValueError(
                f"must be 1 on SQLite, whose file one process has: set {PREFIX}DATABASE_URL=postgres://…"
            )
        return workers

    @field_validator("demo")
    @classmethod
    def _is_kept_in(cls, demo: bool, known: ValidationInfo) -> bool:
        if demo and not _is_loopback(known.data.get("host", "localhost")):
            raise ValueError(f"is refused on a {PREFIX}HOST that others can reach")
        if demo and known.data.get("workers", 1) > 1:
            raise ValueError(f"needs {PREFIX}WORKERS=1")
        return demo

    @field_validator("jwt_secret")
    @classmethod
    def _is_long(cls, secret: SecretStr, known: ValidationInfo) -> SecretStr:
        size = len(secret.get_secret_value().encode())
        if not size and known.data.get("demo", True):
            return SecretStr(secrets.token_urlsafe(MIN_SECRET_BYTES))
        if not size and known.data.get("jwks_url"):
            return secret
        if not size:
            raise ValueError(f"is needed (or {PREFIX}JWKS_URL, or {PREFIX}DEMO=1, on this machine only)")
        if size < MIN_SECRET_BYTES:
            raise ValueError(TOO_SHORT)
        return secret

    @field_validator("jwt_secret_previous")
    @classmethod
    def _ends(cls, secret: SecretStr | None, known: ValidationInfo) -> SecretStr | None:
        if (secret is None) != (known.data.get("jwt_secret_previous_until") is None):
            raise ValueError(f"and {PREFIX}JWT_SECRET_PREVIOUS_UNTIL are set together")
        if secret is not None and len(secret.get_secret_value().encode()) < MIN_SECRET_BYTES:
            raise ValueError(TOO_SHORT)
        return secret


def mode_of(settings: Settings) -> Literal["open", "trusted"]:
    """Whether any document may run."""
    return settings.documents or ("open" if settings.demo else "trusted")


def read_settings(**chosen: Any) -> Settings:
    """The settings of this process, or SettingsError, which names all wrong variables.

    `chosen` are values that a command line has instead of the environment.
    """
    wrong = _unknown()
    policy, rates = _numbers(Policy, wrong), _numbers(Rates, wrong)
    try:
        settings = Settings(policy=policy, rates=rates, **chosen)
    except ValidationError as error:
        wrong += [_line(dict(one)) for one in error.errors()]
    if wrong:
        raise SettingsError("; ".join(wrong))
    return settings


def _numbers(kind: type[Numbers], wrong: list[str]) -> Numbers:
    """The numbers, or the defaults if one is wrong; `wrong` gets the error."""
    try:
        return read_numbers(kind, os.environ)
    except ValueError as error:
        wrong.append(str(error))
        return kind()


def _unknown() -> list[str]:
    own = {PREFIX + name.upper() for name in Settings.model_fields if name not in {"policy", "rates"}}
    known = own | set(names_of(Policy)) | set(names_of(Rates))
    found = sorted(name for name in os.environ if name.upper().startswith(PREFIX) and name not in known)
    return [f"{name} is no setting{_nearest(name, known)}" for name in found]


def _nearest(name: str, known: set[str]) -> str:
    near = get_close_matches(name.upper(), known, n=1)
    return f"; did you mean {near[0]}?" if near else ""


def _line(error: dict[str, Any]) -> str:
    """The variable and its allowed values, without the `Value error` that precedes the message of our checks."""
    name = str(error["loc"][0])
    said = str(error["msg"]).removeprefix("Value error, ")
    is_ours = error["type"] == "value_error" and said
    return f"{PREFIX}{name.upper()} " + (
        said if is_ours else f"must be {Settings.model_fields[name].description}"
    )


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def wants_traces() -> bool:
    """Whether the standard variables of OpenTelemetry name a receiver of traces."""
    names = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
    is_off = os.environ.get("OTEL_SDK_DISABLED", "").lower() == "true"
    return not is_off and any(os.environ.get(name) for name in names)

"""An installation's settings, read from the environment once, at start; a wrong value prevents the start."""

import os
import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias, get_args, get_type_hints
from urllib.parse import urlsplit

import click
import msgspec
from msgspec import Meta

from rules.policy import Policy
from server.policy import names_of, read_numbers
from server.rates import Rates
from server.transport.heads import Network

PREFIX = "DOORSTEP_"
MIN_SECRET_BYTES = 32
LAST_PORT = 65_535
ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?|https?://\[[0-9a-f:]+\](:\d{1,5})?")
UNREADABLE = (
    "cannot be read as an address: in its password write / as %2F, ? as %3F, # as %23, [ as %5B, ] as %5D"
)


class SettingsError(click.ClickException):
    """Lines for the operator; they quote no value of a setting."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """On standard error, without a traceback."""
        for line in self.message.splitlines():
            click.echo(f"doorstep: {line}", err=True)


@dataclass(frozen=True, slots=True)
class Reader:
    """In an annotation: makes the value from its text, or raises ValueError."""

    value_of: Callable[[str], Any]


def _origins(text: str) -> frozenset[str]:
    origins = frozenset(part.strip() for part in text.split(",") if part.strip())
    if not all(ORIGIN.fullmatch(origin) for origin in origins):
        raise ValueError
    return origins


def _networks(text: str) -> tuple[Network, ...]:
    return tuple(ip_network(part.strip()) for part in text.split(",") if part.strip())


def _redis_url(text: str) -> str:
    if not re.match("(rediss?|unix)://.", text):
        raise ValueError
    # Its import takes memory and time, and most installations have one process.
    from redis.asyncio import Redis
    from redis.exceptions import RedisError

    try:
        Redis.from_url(text).connection_pool.make_connection()  # type: ignore[no-untyped-call]
    except (TypeError, RedisError) as error:
        raise ValueError from error
    return text


def _moment(text: str) -> datetime:
    """Read strictly: a number, such as a year, would be seconds since 1970."""
    moment: datetime = msgspec.convert(text, Annotated[datetime, Meta(tz=True)])
    return moment


def _jwks_url(text: str) -> str:
    if not re.match(r"(https://|http://(localhost|127\.0\.0\.1|\[::1\])[:/]).", text):
        raise ValueError
    _ = urlsplit(text).port
    return text


def says(description: str, **bounds: Any) -> Meta:
    """The values that a variable may have, as the end of a sentence."""
    return Meta(description=description, **bounds)


Address: TypeAlias = Annotated[str, says("an address or a name to listen on", pattern=r"\A\S+\Z")]
Text: TypeAlias = Annotated[str, says("a text, or not set", min_length=1)]
Switch: TypeAlias = Annotated[bool, says("true or false")]
Secret: TypeAlias = Annotated[str, says("a text of 32 bytes or more")]
Database: TypeAlias = Annotated[
    str, says("sqlite:///file or postgres://…", pattern="^(sqlite:///(?!:memory:)|postgres(ql)?://).")
]
MetricsPort: TypeAlias = Annotated[
    int, says("a whole number from 1 to 65535, or not set", ge=1, le=LAST_PORT)
]
Keys: TypeAlias = Annotated[str, Reader(_jwks_url), says("https://…, or http:// on this machine, or not set")]
Moment: TypeAlias = Annotated[
    datetime, Reader(_moment), says("a time with its zone such as 2026-03-04T12:00:00Z, or not set")
]
Origins: TypeAlias = Annotated[
    frozenset[str], Reader(_origins), says("origins such as https://app.example.com, with commas between")
]
Proxies: TypeAlias = Annotated[
    tuple[Network, ...],
    Reader(_networks),
    says("addresses or networks such as 10.0.0.0/8, with commas between"),
]
Mode: TypeAlias = Annotated[
    Literal["open", "trusted"], says("open or trusted; not set: open in a demo, else trusted")
]
Manifests: TypeAlias = Annotated[Path, Reader(Path), says("a manifest of documents, or a folder of them")]
Level: TypeAlias = Annotated[
    Literal["debug", "info", "warning", "error"], says("debug, info, warning or error")
]
LogFormat: TypeAlias = Annotated[Literal["auto", "json", "text"], says("auto, json or text")]


@dataclass(frozen=True, kw_only=True, repr=False)
class Settings:
    """One field, one variable: `port` is DOORSTEP_PORT; the fields of policy and rates have variables of their own.

    A demo makes itself a secret at random, so its tokens end with the process. An empty secret signs nothing.
    """

    host: Address = "127.0.0.1"
    port: Annotated[int, says("a whole number from 0 to 65535", ge=0, le=LAST_PORT)] = 8000
    database_url: Database = "sqlite:///var/doorstep.db"
    workers: Annotated[int, says("a whole number from 1 to 64", ge=1, le=64)] = 1
    redis_url: Annotated[str, Reader(_redis_url), says("redis://… or rediss://…, or not set")] | None = None
    metrics_port: MetricsPort | None = None
    metrics_host: Address = "127.0.0.1"
    demo: Switch = False
    jwks_url: Keys | None = None
    jwks_keep: Annotated[int, says("seconds from 0 to 604800", ge=0, le=604_800)] = 3600
    jwt_secret: Secret = ""
    jwt_secret_previous: Secret | None = None
    jwt_secret_previous_until: Moment | None = None
    jwt_audience: Text | None = None
    jwt_issuer: Text | None = None
    cors_origins: Origins = frozenset()
    trusted_proxies: Proxies = ()
    documents: Mode | None = None
    manifests: Manifests | None = None
    words_file: Annotated[Path, Reader(Path), says("the path of a file")] | None = None
    send_sets: Switch = True
    log_level: Level = "info"
    log_format: LogFormat = "auto"
    execution: Annotated[Literal["compiled", "core"], says("compiled or core")] = "compiled"
    policy: Policy = Policy()
    rates: Rates = Rates()

    def __post_init__(self) -> None:
        if self.demo and not self.jwt_secret:
            object.__setattr__(self, "jwt_secret", secrets.token_urlsafe(MIN_SECRET_BYTES))

    @property
    def mode(self) -> Literal["open", "trusted"]:
        """Whether any document may run."""
        return self.documents or ("open" if self.demo else "trusted")


def read_settings(**chosen: Any) -> Settings:
    """The settings of this process, or SettingsError, which names all wrong variables.

    `chosen` are values that a command line has instead of the environment.
    """
    kinds = _kinds()
    wrong = _unknown(kinds)
    known: dict[str, Any] = {
        "policy": read_numbers(Policy, os.environ, wrong),
        "rates": read_numbers(Rates, os.environ, wrong),
    }
    flaws: dict[str, str] = {}
    for name, kind in kinds.items():
        given = chosen.get(name, os.environ.get(PREFIX + name.upper()))
        if given is None:
            continue
        try:
            known[name] = _value(kind, given)
        except ValueError:
            flaws[name] = f"must be {_mark(kind, Meta).description}"
    settings = Settings(**known)
    for names, why in _misfits(settings):
        if not flaws.keys() & names:
            flaws[names[0]] = why
    wrong += [f"{PREFIX}{name.upper()} {flaws[name]}" for name in kinds if name in flaws]
    if wrong:
        raise SettingsError("; ".join(wrong))
    return settings


def _kinds() -> dict[str, Any]:
    """The annotated type of each variable, without None, which no variable can say."""
    hints = get_type_hints(Settings, include_extras=True)
    del hints["policy"], hints["rates"]
    return {
        name: hint if hasattr(hint, "__metadata__") else get_args(hint)[0] for name, hint in hints.items()
    }


def _mark(kind: Any, cls: type) -> Any:
    return next((mark for mark in kind.__metadata__ if isinstance(mark, cls)), None)


def _value(kind: Any, given: Any) -> Any:
    str(given).encode()  # An environment may have bytes that are no text.
    reader = _mark(kind, Reader)
    return reader.value_of(given) if reader else msgspec.convert(given, kind, strict=False)


def _misfits(one: Settings) -> Iterator[tuple[list[str], str]]:
    """Values that do not fit together: the variable to change, with those it depends on, and why."""
    if not _is_readable(one.database_url):
        yield ["database_url"], UNREADABLE
    if one.workers > 1 and one.database_url.startswith("sqlite:"):
        why = f"must be 1 on SQLite, whose file one process has: set {PREFIX}DATABASE_URL=postgres://…"
        yield ["workers", "database_url"], why
    first = one.metrics_port or LAST_PORT
    last = first + one.workers - 1
    if one.metrics_port and last > LAST_PORT:
        yield ["metrics_port", "workers"], f"leaves no port for each worker: they take {first} to {last}"
    if one.metrics_port and first <= one.port <= last:
        why = f"must be another than {PREFIX}PORT: workers take {first} to {last}"
        yield ["metrics_port", "workers", "port"], why
    if one.demo and not _is_loopback(one.host):
        yield ["demo", "host"], f"is refused on a {PREFIX}HOST that others can reach"
    if one.demo and one.workers > 1:
        yield ["demo", "workers"], f"needs {PREFIX}WORKERS=1"
    if not one.jwt_secret and not one.jwks_url:
        why = f"is needed (or {PREFIX}JWKS_URL, or {PREFIX}DEMO=1, on this machine only)"
        yield ["jwt_secret", "jwks_url", "demo"], why
    if (one.jwt_secret_previous is None) != (one.jwt_secret_previous_until is None):
        why = f"and {PREFIX}JWT_SECRET_PREVIOUS_UNTIL are set together"
        yield ["jwt_secret_previous", "jwt_secret_previous_until"], why
    for name, secret in (
        ("jwt_secret", one.jwt_secret or None),
        ("jwt_secret_previous", one.jwt_secret_previous),
    ):
        if secret is not None and len(secret.encode()) < MIN_SECRET_BYTES:
            yield [name], f"must have at least {MIN_SECRET_BYTES} bytes"


def _is_readable(url: str) -> bool:
    try:
        return url.startswith("sqlite:") or urlsplit(url).port != 0
    except ValueError:
        return False


def _unknown(kinds: Iterable[str]) -> list[str]:
    known = {PREFIX + name.upper() for name in kinds} | set(names_of(Policy)) | set(names_of(Rates))
    found = sorted(name for name in os.environ if name.upper().startswith(PREFIX) and name not in known)
    return [f"{name} is no setting{_nearest(name, known)}" for name in found]


def _nearest(name: str, known: set[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name.upper(), known, n=1)
    return f"; did you mean {near[0]}?" if near else ""


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

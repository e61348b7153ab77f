"""Logs: a JSON object a line, readable lines on a terminal; no token, text or variable in any."""

import logging
import math
import os
import re
import secrets
import sys
import threading
import time
import traceback
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any, Literal, TextIO, TypeAlias

import structlog
from structlog.typing import EventDict, Processor

Format: TypeAlias = Literal["auto", "json", "text"]
"""`auto`: text on a terminal, else JSON."""

MAX_LOGGED_NAME = 64
SAID_FOR = 1.0
"""Seconds in which one cause of trouble is one line."""
MOST_CAUSES = 100


@dataclass(slots=True)
class Logged:
    """Lines of this level and above are logged. To ask structlog costs as much as to make an answer's head."""

    level: int = logging.NOTSET


LOGGED = Logged()

_REQUEST: ContextVar[int] = ContextVar("request", default=0)
_OPERATION: ContextVar[str] = ContextVar("operation", default="")
_NUMBERS = count(1)


def begin_request() -> float:
    """Lines of this context are those of a new request, a socket's life among them. The time, by `perf_counter`."""
    _REQUEST.set(next(_NUMBERS))
    _OPERATION.set("")
    return time.perf_counter()


def begin_operation(name: str | None) -> None:
    """Lines of this context are those of an operation too."""
    _OPERATION.set(name or "")


def operation_name() -> str:
    """That of the operation that this context began last, as it is logged."""
    return _OPERATION.get()[:MAX_LOGGED_NAME]


@cache
def _mark_of(process: int) -> str:
    """Tells a process from others of the same number, on other machines and of other days."""
    return secrets.token_hex(4)


def _add_origin(_: object, __: str, event: EventDict) -> EventDict:
    """The worker, the request and the operation that a line comes from."""
    event["worker"] = worker = os.getpid()
    if number := _REQUEST.get():
        event["request_id"] = f"{_mark_of(worker)}-{number}"
    if (name := operation_name()) and "operation" not in event:
        event["operation"] = name
    return event


SHARED: list[Processor] = [
    _add_origin,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


@dataclass(frozen=True)
class Lossy:
    """A line that cannot be written, as on a full disk, is lost: else the request that it tells of would fail."""

    out: TextIO

    def write(self, text: str) -> None:
        """As of a file."""
        with suppress(OSError):
            self.out.write(text)

    def flush(self) -> None:
        """As of a file."""
        with suppress(OSError):
            self.out.flush()


def tell(line: str) -> None:
    """The service's one line, on standard output; lost if it cannot be written, as those of the log."""
    with suppress(OSError):
        os.write(sys.stdout.fileno(), f"{line}\n".encode())


def configure_logs(level: str, format: Format = "auto") -> None:
    """Send everything of this level and above to standard error; libraries speak from warnings on."""
    rendering, out = _rendering(format), Lossy(sys.stderr)
    LOGGED.level = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[*SHARED, *rendering],
        wrapper_class=structlog.make_filtering_bound_logger(LOGGED.level),
        logger_factory=structlog.WriteLoggerFactory(out),  # type: ignore[arg-type]
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_without_values, *SHARED],
            use_get_message=False,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *rendering],
        )
    )
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.captureWarnings(True)
    sys.unraisablehook = threading.excepthook = _log_uncaught
    logging.getLogger("aiohttp.websocket").setLevel(
        logging.ERROR
    )  # a client's mistakes are no warning of ours


def _rendering(format: Format) -> list[Processor]:
    if format == "text" or (
        format == "auto" and sys.stderr.isatty()
    ):  # plain: the rich one prints local variables
        return [
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
            )
        ]
    return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]


def _log_uncaught(lost: Any) -> None:
    """An error of a finalizer or a thread: Python would print its text, which may be of the client."""
    error = (lost.exc_type, lost.exc_value, lost.exc_traceback)
    logging.getLogger("python").error("Uncaught error", exc_info=error)


_VALUES = re.compile(r"\n|(?<=in callback) ")
"""A loop puts values after these: Python 3.11 the arguments of a callback, uvloop the object of a method."""


def _without_values(_: object, __: str, event: EventDict) -> EventDict:
    """A library's message as its template: the values, and texts of its errors, may come from the client."""
    record: logging.LogRecord = event["_record"]
    text = record.getMessage() if record.name == "py.warnings" else str(record.msg)
    event.update(event=_VALUES.split(text, maxsplit=1)[0], logger=record.name)
    event.pop("stack_info", None)
    kind, _error, frames = event.pop("exc_info", None) or (None, None, None)
    if kind:
        event.update(error=kind.__name__, frames=traceback.format_tb(frames))
    return event


class Trouble:
    """Logs trouble that many requests meet together: a line a cause and a second, with how many more there were.

    `full_disk_at`: when a write last met a full disk, by the monotonic clock.
    """

    def __init__(self) -> None:
        self.full_disk_at = -math.inf
        self._said: dict[tuple[str, str], tuple[float, int]] = {}

    def say(self, event: str, reason: str) -> None:
        """The reason is a text of ours or of the database's, without a value."""
        now = time.monotonic()
        said_at, more = self._said.get((event, reason), (-math.inf, 0))
        if now - said_at < SAID_FOR:
            self._said[event, reason] = said_at, more + 1
            return
        if len(self._said) >= MOST_CAUSES:
            self._said.clear()
        self._said[event, reason] = now, 0
        structlog.get_logger("doorstep.operations").warning(event, reason=reason, more=more)


TROUBLE = Trouble()

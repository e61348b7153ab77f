"""Logs: a JSON object a line, readable lines on a terminal; no token, text or variable in any."""

import logging
import sys
import traceback

import structlog
from structlog.typing import EventDict, Processor

SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def configure_logs(level: str) -> None:
    """Send everything of this level and above to standard error; libraries speak from warnings on."""
    rendering = _rendering()
    structlog.configure(
        processors=[*SHARED, *rendering],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level.upper())),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_without_values, *SHARED],
            use_get_message=False,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *rendering],
        )
    )
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.captureWarnings(True)
    logging.getLogger("aiohttp.websocket").setLevel(
        logging.ERROR
    )  # a client's mistakes are no warning of ours


def _rendering() -> list[Processor]:
    if sys.stderr.isatty():  # plain: the rich one prints local variables
        return [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
    return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]


def _without_values(_: object, __: str, event: EventDict) -> EventDict:
    """A library's message as its template: the values, and texts of its errors, may come from the client."""
    record: logging.LogRecord = event["_record"]
    text = record.getMessage() if record.name == "py.warnings" else str(record.msg)
    event.update(event=text.partition("\n")[0], logger=record.name)
    event.pop("stack_info", None)
    kind, _error, frames = event.pop("exc_info", None) or (None, None, None)
    if kind:
        event.update(error=kind.__name__, frames=traceback.format_tb(frames))
    return event

"""The command: `python -m server`."""

import sys

import uvloop

from server.app import assemble
from server.logs import configure_logs
from server.process import serve
from server.settings import Settings, SettingsError, read_settings


def main() -> int:
    """Serve until a signal: 0. A setting that is wrong: one line on standard error, and 2."""
    try:
        settings = read_settings()
        configure_logs(settings.log_level, settings.log_format)
        if settings.workers > 1:
            return _serve_shared(settings)
        uvloop.run(serve(settings, assemble))
    except SettingsError as error:
        print(f"doorstep: {error}", file=sys.stderr)
        return 2
    return 0


def _serve_shared(settings: Settings) -> int:
    # Its import takes memory that one process does not need.
    from server.workers import serve_shared

    return serve_shared(settings)


if __name__ == "__main__":
    sys.exit(main())

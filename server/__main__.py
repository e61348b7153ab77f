"""The command: `python -m server`."""

import sys

import uvloop

from server.app import assemble
from server.logs import configure_logs
from server.process import serve
from server.settings import SettingsError, read_settings


def main() -> int:
    """Serve until a signal: 0. A setting that is wrong: one line on standard error, and 2."""
    try:
        settings = read_settings()
        configure_logs(settings.log_level)
        uvloop.run(serve(settings, assemble))
    except SettingsError as error:
        print(f"doorstep: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())

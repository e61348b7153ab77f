"""`python -m server`, which is `doorstep`; without a command it serves."""

import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from server.commands.line import line


def main(arguments: Sequence[str] = ("serve",)) -> int:
    """The exit status: 0, or 2 after one line on standard error."""
    try:
        line(list(arguments), prog_name="doorstep")
    except SystemExit as exit:
        return int(exit.code or 0)
    except OSError as error:
        # Click writes its help, its version and the line of an error by itself: on a full disk, say.
        with suppress(OSError):
            click.echo(f"doorstep: {error}", err=True)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["serve"]))

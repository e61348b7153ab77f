"""`python -m server`, which is `doorstep`; without a command it serves."""

import sys
from collections.abc import Sequence

from server.commands.line import line


def main(arguments: Sequence[str] = ("serve",)) -> int:
    """The exit status: 0, or 2 after one line on standard error."""
    try:
        line(list(arguments), prog_name="doorstep")
    except SystemExit as exit:
        return int(exit.code or 0)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["serve"]))

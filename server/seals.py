"""The command that makes a new secret for ids and cursors: `python -m server.seals`."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import uvloop

from models.db.connection import Transaction
from models.installation import rotate_secrets
from server.app import open_database
from server.logs import configure_logs
from server.settings import Settings, SettingsError, read_settings

KEEP = 90
MOST = 3_650
"""Days."""


async def rotate(settings: Settings, keep: timedelta) -> datetime:
    """Gives the time from which the new secret seals. SettingsError if the database cannot be used."""
    database = await open_database(settings)

    async def run(tx: Transaction) -> datetime:
        return await rotate_secrets(tx, datetime.now(UTC), keep)

    try:
        return await database.transaction(run)
    finally:
        await database.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """0; for a wrong setting one line on standard error, and 2."""
    parser = argparse.ArgumentParser(prog="python -m server.seals", description=__doc__)
    parser.add_argument(
        "--keep", type=int, default=KEEP, metavar="DAYS", help="how long what is sealed by now still opens"
    )
    keep = parser.parse_args(arguments).keep
    if not 0 <= keep <= MOST:
        parser.error(f"--keep must be 0 to {MOST}")
    try:
        settings = read_settings()
        configure_logs(settings.log_level)
        seals_from = uvloop.run(rotate(settings, timedelta(days=keep)))
    except SettingsError as error:
        print(f"doorstep: {error}", file=sys.stderr)
        return 2
    print(
        f"A new secret seals from {seals_from:%H:%M:%S} UTC on; older ids and cursors open for {keep} days more."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The commands and their options. A command imports its work when it runs, so help and completion come at once."""

import gc
import os
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from server.settings import Settings

FILE = click.Path(dir_okay=False, path_type=Path)

PRIVATE = 0o077
"""A file that a command makes holds messages and secrets: its owner alone may read it."""


def begin(**chosen: object) -> "Settings":
    """The settings, those of the command line first; from now on logs go where the settings say."""
    from server.logs import configure_logs
    from server.settings import read_settings

    settings = read_settings(**{name: value for name, value in chosen.items() if value is not None})
    os.umask(PRIVATE)
    configure_logs(settings.log_level, settings.log_format)
    return settings


def say(text: str) -> None:
    """On standard output. SettingsError where that is a file on a full disk."""
    from server.settings import SettingsError

    try:
        click.echo(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise SettingsError(f"done, but what it says cannot be written: {error.strerror}") from error


def _open_closed() -> None:
    """A stream that was closed before the start is empty: the next opened file, such as a database, would be it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="doorstep")
def line() -> None:
    """Doorstep: direct messages with a doorstep.

    Settings come from the environment: DOORSTEP_DATABASE_URL, DOORSTEP_JWT_SECRET and those of the README.
    """
    _open_closed()


@line.command()
@click.option("--host", help="The address to listen on, instead of DOORSTEP_HOST.")
@click.option("--port", type=int, help="The port, instead of DOORSTEP_PORT; 0 takes a free one.")
@click.option("--workers", type=int, help="Processes, instead of DOORSTEP_WORKERS; PostgreSQL only.")
def serve(**chosen: object) -> None:
    """Serve until SIGTERM or SIGINT."""
    # structlog would load it for tracebacks in colour: 3 MB that a server does not use.
    sys.modules["rich"] = None  # type: ignore[assignment]
    # Tortoise would load it for its own users where it is installed: 4 MB.
    sys.modules["pydantic"] = None  # type: ignore[assignment]
    # Imported objects stay: to look for garbage among them again and again is a sixth of the start.
    gc.disable()
    import uvloop

    from server.app import assemble
    from server.process import serve

    gc.collect()
    gc.freeze()
    gc.enable()
    settings = begin(**chosen)
    if settings.workers > 1:
        # Its import takes memory that one process does not need.
        from server.workers import serve_shared

        click.get_current_context().exit(serve_shared(settings))
    uvloop.run(serve(settings, assemble))


@line.command()
def migrate() -> None:
    """Bring the database to this version, and say what was done.

    On PostgreSQL several may run at once, and beside servers: they take turns.
    """
    from server.commands.databases import migrate

    say(migrate())


@line.command()
def seed() -> None:
    """Fill an empty database with the people of the demo and their history."""
    from server.commands.databases import seed

    say(seed())


@line.command()
def prune() -> None:
    """Delete expired rows once; servers do so every hour."""
    from server.commands.databases import prune

    say(prune())


@line.command()
@click.argument("subject")
@click.option(
    "--role", "roles", multiple=True, type=click.Choice(["moderator", "service"]), help="May be given twice."
)
@click.option(
    "--seconds",
    type=click.IntRange(1, 315_360_000),
    default=3600,
    show_default=True,
    help="How long it is valid.",
)
def token(subject: str, roles: Sequence[str], seconds: int) -> None:
    """Print a token of SUBJECT, the host app's id of a user, signed with DOORSTEP_JWT_SECRET."""
    from rules.provisioning import is_subject
    from server.keys import sign
    from server.settings import PREFIX, SettingsError

    settings = begin()
    if not is_subject(subject):
        raise SettingsError("SUBJECT is no id that a user may have: docs/host.md says what can be one")
    if not os.environ.get(secret := f"{PREFIX}JWT_SECRET"):
        raise SettingsError(f"{secret} is needed: a demo without one signs with a secret of its own")
    say(sign(settings, subject, roles, timedelta(seconds=seconds)))


@line.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=FILE)
def import_(files: Sequence[Path]) -> None:
    """Store the users and follows of files (.csv, .jsonl, .ndjson) in their order."""
    from server.commands.imports import import_files

    say(import_files(files))


@line.command()
@click.argument("file", type=FILE)
def backup(file: Path) -> None:
    """Write the database to a new FILE, while servers run."""
    from server.commands.databases import backup

    say(backup(file))


@line.command()
@click.argument("file", type=FILE)
@click.confirmation_option(prompt="Replace the database by the backup?", help="Do not ask first.")
def restore(file: Path) -> None:
    """Replace the database by the backup in FILE; stop all servers first.

    All clients are told to load their data again (EPOCH_CHANGED).
    """
    from server.commands.databases import restore

    say(restore(file))


@line.command()
@click.option(
    "--keep",
    type=click.IntRange(0, 3650),
    metavar="DAYS",
    default=90,
    show_default=True,
    help="How long what is sealed by now still opens.",
)
def seals(keep: int) -> None:
    """Make a new secret for ids and cursors, which seals a minute later."""
    from server.commands.databases import seals

    say(seals(keep))


@line.command()
def sdl() -> None:
    """Print the schema."""
    from server.app import make_schema

    say(make_schema(introspection=False).as_str())

"""PostgreSQL's programs, which make its backups and put them back."""

import asyncio
import os
import shutil
from asyncio.subprocess import DEVNULL, PIPE
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit


class BackupError(Exception):
    """One line for the operator."""


def apart(url: str) -> tuple[str, str]:
    """The url without its password, and that: other users of the machine can read a command's arguments."""
    parts = urlsplit(url)
    user, _, hosts = parts.netloc.rpartition("@")
    name, _, password = user.partition(":")
    query = dict(parse_qsl(parts.query))
    also = query.pop("password", "")
    place = parts._replace(
        netloc=f"{name}@{hosts}" if name else hosts, query=urlencode(query, quote_via=quote)
    )
    return place.geturl(), unquote(password) or also


async def run(name: str, url: str, *arguments: str) -> str:
    """The output of the program; BackupError with the first line that it prints on standard error."""
    if shutil.which(name) is None:
        raise BackupError(f"{name} is not on the PATH: install the client programs of PostgreSQL")
    password = apart(url)[1]
    more = {"PGPASSWORD": password} if password else {}
    process = await asyncio.create_subprocess_exec(
        name, *arguments, env=os.environ | more, stdin=DEVNULL, stdout=PIPE, stderr=PIPE
    )
    try:
        output, errors = await process.communicate()
    finally:
        # A command that is ended by hand ends the program too: it would go on to replace the database.
        if process.returncode is None:
            process.terminate()
            await process.wait()
    if process.returncode:
        raise BackupError((errors.decode(errors="replace").splitlines() or [f"{name} failed"])[0])
    return output.decode(errors="replace")

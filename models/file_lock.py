"""A file that says a SQLite database is taken; the kernel frees it when its process ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.connection import DatabaseInUse


@contextmanager
def file_lock(database: str) -> Iterator[None]:
    """Held until the end; `DatabaseInUse` if another holds it. The file stays: to remove it would race.

    A first start makes the folder.
    """
    Path(database).parent.mkdir(parents=True, exist_ok=True)
    file = os.open(f"{database}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise DatabaseInUse(
            f"{database} is in use: SQLite serves one process, so stop the other first"
        ) from None
    finally:
        os.close(file)

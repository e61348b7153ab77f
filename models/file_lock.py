"""A file that says a SQLite database is taken; the kernel frees it when its process ends, however it ends."""

import fcntl
import os
from pathlib import Path

from models.connection import DatabaseInUse


class FileLock:
    """Taken as long as it is open; the file itself stays, since removing it would race."""

    def __init__(self, database: str) -> None:
        self._file = os.open(Path(f"{database}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._file)
            raise DatabaseInUse(f"{database} is in use by another process; SQLite serves one") from None

    def close(self) -> None:
        """Frees the database."""
        os.close(self._file)

"""The file of a SQLite database: its lock, its name, and whether it is whole and can be written."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from stat import S_ISREG

from models.db.client import Unready
from models.db.connection import DatabaseInUse

CHECKED = 64 * 2**20
"""Bytes of a file that is checked at a start. It takes half a second, and cannot be broken off."""

LEAST_FREE = 8 * 1024 * 1024
"""Free bytes of a disk below which it counts as full: SQLite's log alone takes some megabytes until it is emptied."""


SQLITE = "sqlite:///"


def file_of(url: str) -> Path:
    """The file itself: a link to it would have a lock of its own, and a restore would replace the link."""
    return Path(os.path.realpath(url.removeprefix(SQLITE)))


@contextmanager
def file_lock(database: str) -> Iterator[Path]:
    """The locked file, until the block ends; `DatabaseInUse` if another holds it.

    The file stays: removal would race, and it has the mark of the database that was here last. A first start makes
    the folder.
    """
    Path(database).parent.mkdir(parents=True, exist_ok=True)
    path = Path(f"{database}.lock")
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield path
    except BlockingIOError:
        raise DatabaseInUse(
            f"{database} is in use: SQLite serves one process, so stop the other first"
        ) from None
    finally:
        os.close(file)


def set_aside(database: str) -> Path:
    """Renames the file and returns the new name; `DatabaseInUse` if another process has it open."""
    with file_lock(database):
        aside = free_name(database)
        # The log of a crashed process belongs to the file.
        for end in ("", "-wal", "-shm"):
            if Path(f"{database}{end}").exists():
                Path(f"{database}{end}").rename(f"{aside}{end}")
    return aside


def free_name(database: str) -> Path:
    """That of a file which is kept beside its successor."""
    return next(path for number in count(1) if not (path := Path(f"{database}.before-{number}")).exists())


def is_file(path: Path) -> bool:
    """OSError if it cannot be told, as of a name that is too long. From Python 3.14 on pathlib says no then."""
    try:
        return S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return False


def is_whole(file: sqlite3.Connection, path: Path) -> bool:
    """As far as half a second tells."""
    if path.stat().st_size > CHECKED:
        return True
    return bool(file.execute("PRAGMA quick_check(1)").fetchall()[0][0] == "ok")


def is_cut(path: Path) -> bool:
    """Whether a part of the last page is missing, and no log of a crashed process has it: SQLite would read zeros.

    It takes a file of one byte for an empty one.
    """
    if has_log(path):
        return False
    with path.open("rb") as file:
        page = _page_size(file.read(18))
    return path.stat().st_size % (page or 512) != 0


def has_log(path: Path) -> bool:
    """Whether the newest commits may be beside the file."""
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


def fault_of(path: str, inode: int) -> Unready | None:
    """The trouble with a file of SQLite that was opened with this inode; writes would fail, or be lost."""
    try:
        if Path(path).stat().st_ino != inode:
            return Unready.DATABASE_GONE
        disk = os.statvfs(path)
    except OSError:
        return Unready.DATABASE_GONE
    if disk.f_flag & os.ST_RDONLY or not os.access(path, os.W_OK):
        return Unready.DATABASE_READ_ONLY
    return Unready.DISK_FULL if disk.f_bavail * disk.f_frsize < LEAST_FREE else None


def is_spoilt(path: str) -> bool:
    """Whether others have cut or overwritten a SQLite file, as far as its head tells; no one may write to it by now."""
    with Path(path).open("rb") as file:
        head = file.read(32)
    pages = int.from_bytes(head[28:32], "big")
    has_all = Path(path).stat().st_size >= pages * _page_size(head)
    return not head.startswith(b"SQLite format 3\0") or not has_all


def _page_size(head: bytes) -> int:
    """As the head of a file has it: 65,536 has no room there."""
    size = int.from_bytes(head[16:18], "big")
    return 65_536 if size == 1 else size

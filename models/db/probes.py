"""Whether writes can succeed, found out without a write."""

import os
from enum import Enum
from pathlib import Path

LEAST_FREE = 8 * 1024 * 1024
"""Free bytes of a disk below which it counts as full: SQLite's log alone takes some megabytes until it is emptied."""


class Unready(Enum):
    """The reason why writes cannot succeed now."""

    DATABASE_UNREACHABLE = "no statement runs"
    DATABASE_READ_ONLY = "the database, its file or its disk cannot be written"
    DATABASE_GONE = "the file is no longer at its path"
    DISK_FULL = "the disk has no room"
    POOL_EXHAUSTED = "no connection, or no turn to write, comes free"


def fault_of(path: str, inode: int) -> Unready | None:
    """The trouble with a SQLite file that was opened with this inode; its writes would fail, or be lost."""
    try:
        if Path(path).stat().st_ino != inode:
            return Unready.DATABASE_GONE
        disk = os.statvfs(path)
    except OSError:
        return Unready.DATABASE_GONE
    if disk.f_flag & os.ST_RDONLY or not os.access(path, os.W_OK):
        return Unready.DATABASE_READ_ONLY
    return Unready.DISK_FULL if disk.f_bavail * disk.f_frsize < LEAST_FREE else None

"""Files that an operator names in settings."""

from pathlib import Path
from stat import S_ISFIFO


def read_text(path: Path) -> str:
    """In UTF-8; OSError or ValueError if it cannot be read.

    A pipe would keep the process from its end while nothing comes.
    """
    if S_ISFIFO(path.stat().st_mode):
        raise ValueError(f"{path} is a pipe, and no file that can be read again")
    return path.read_text(encoding="utf-8")

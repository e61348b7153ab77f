"""The memory of a process once it has started: what stays is left alone, what went is given back."""

import ctypes
import gc
from collections.abc import Iterable, Iterator, Sequence

from server.operations import Schema

YOUNG, LOOKS = 10_000, 3
"""The collector looks at new objects once there are so many, and after so many looks also at those that stayed.

Each object takes some 0.2 microseconds.
"""


def freeze_heap() -> None:
    """Objects that exist now live as long as the process, so the collector need not visit them again.

    Nor is it asked more than once in some requests, which make no cycles: their objects are gone before it comes.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, LOOKS)


async def prepare(schema: Schema, texts: Sequence[str]) -> None:
    """Compiles the operations that will be asked for, and gives back the memory that the start has freed."""
    await schema.prepare(_freezing(texts))
    gc.freeze()
    trim_heap()


def _freezing(texts: Iterable[str]) -> Iterator[str]:
    """What is compiled stays: gathered until the collector comes, it takes ten milliseconds to look at."""
    for text in texts:
        yield text
        gc.freeze()


def trim_heap() -> None:
    """glibc keeps freed pages, some 6 MB after the start; other libraries give them back themselves."""
    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
        trim(0)

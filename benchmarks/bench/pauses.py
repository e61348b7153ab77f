"""The server with a watch on its garbage collection: `pauses.py FILE`, in a checkout; the file gets the figures."""

import gc
import json
import sys
import time
from pathlib import Path
from typing import Any

from server.__main__ import main

_began = 0.0
_OF_THE_START = gc.get_threshold()
_pauses: list[tuple[int, float]] = []


def _watch(phase: str, info: dict[str, Any]) -> None:
    """The thresholds change when the service begins to answer."""
    global _began
    if phase == "start":
        _began = time.perf_counter()
        return
    seconds = time.perf_counter() - _began
    if gc.get_threshold() != _OF_THE_START:
        _pauses.append((info["generation"], seconds * 1000))


def _figures() -> dict[str, Any]:
    """Counts, the longest and the sum in milliseconds, by generation."""
    found = {}
    for generation in range(3):
        own = [ms for one, ms in _pauses if one == generation]
        found[str(generation)] = {"count": len(own), "longest": max(own, default=0.0), "sum": sum(own)}
    return found


if __name__ == "__main__":
    gc.callbacks.append(_watch)
    file = Path(sys.argv[1])
    code = main()
    file.write_text(json.dumps(_figures()), encoding="utf-8")
    sys.exit(code)

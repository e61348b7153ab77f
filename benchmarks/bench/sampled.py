"""The server with a look at what runs after each few milliseconds of its CPU: `sampled.py FILE`, in a checkout.

The file gets the number of looks in each part, since the last SIGUSR2.
"""

import json
import signal
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

from server.__main__ import main

LOOP = "event loop, sockets, rows of the driver"
"""Code in C that the loop calls."""

PARTS: dict[str, str | None] = {
    "server/__main__": LOOP,
    "server/commands/": LOOP,
    "server/process": LOOP,
    "server/transport/": "connection",
    "aiohttp/": "connection",
    "server/": "token, plan, limits, cost",
    "asyncpg/": "database client",
    "models/db/": "database client",
    "models/": "rows, rules and resolvers",
    "rules/": "rows, rules and resolvers",
    "resolvers/": "rows, rules and resolvers",
    "events/": "rows, rules and resolvers",
    "schema/": "ids, cursors and types",
    "execution/": "compiled selection",
    "<string>": None,
    "<frozen": None,
    "<": "compiled selection",
}
"""By the beginning of a file's name below the checkout or the packages. Compiled operations have no file.

None: the part of the caller.
"""

JSON = {"_encoded": "JSON", "_json": "JSON"}
"""Functions that are a part of their own."""

SECONDS = 0.004
"""Of CPU between two looks; the kernel counts no finer."""

_found: Counter[str] = Counter()
_roots = (f"{Path.cwd()}/", "site-packages/")


def _look(_: int, frame: FrameType | None) -> None:
    while frame is not None:
        if part := _part(frame):
            _found[part] += 1
            return
        frame = frame.f_back
    _found[LOOP] += 1


def _part(frame: FrameType) -> str | None:
    code = frame.f_code
    if code.co_name in JSON:
        return JSON[code.co_name]
    name = code.co_filename
    for root in _roots:
        name = name.rpartition(root)[2]
    return next((part for begin, part in PARTS.items() if name.startswith(begin)), None)


def _forget(_: int, __: FrameType | None) -> None:
    _found.clear()


if __name__ == "__main__":
    signal.signal(signal.SIGPROF, _look)
    signal.signal(signal.SIGUSR2, _forget)
    signal.setitimer(signal.ITIMER_PROF, SECONDS, SECONDS)
    file = Path(sys.argv[1])
    code = main()
    signal.setitimer(signal.ITIMER_PROF, 0)
    file.write_text(json.dumps(_found), encoding="utf-8")
    sys.exit(code)

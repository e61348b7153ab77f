"""How long a database may keep its callers waiting."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Seconds, on PostgreSQL; `late` on SQLite as well.

    What is over has no effect: nothing was run, or what was run is rolled back. Only of a commit that was not
    answered nobody knows: `OutcomeUnknown`.
    """

    connection: float = 2
    """Until a connection of the pool comes free, or a new one is made: then `DatabaseBusy`."""

    answer: float = 10
    """Of silence: then `ConnectionLost`."""

    lock: float = 2
    """For a lock that another transaction has."""

    statement: float = 5
    """For one statement."""

    idle: float = 10
    """For a transaction between two of its statements."""

    late: float = 60
    """Of trouble with a stream's read, which is tried again until then; then `DatabaseBusy`."""

    @property
    def of_session(self) -> dict[str, str]:
        """Those that the server itself keeps, as its settings."""
        seconds = {
            "lock_timeout": self.lock,
            "statement_timeout": self.statement,
            "idle_in_transaction_session_timeout": self.idle,
        }
        return {name: f"{round(value * 1000)}ms" for name, value in seconds.items()}

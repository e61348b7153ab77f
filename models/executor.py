"""How Tortoise writes and reads rows: alike on both databases, since it keeps that a table, not a client."""

from tortoise.backends.asyncpg.executor import AsyncpgExecutor


class Executor(AsyncpgExecutor):
    """PostgreSQL's statements; of what comes back only text and numbers are taken as they are."""

    DB_NATIVE = {str, int, float, bytes}  # noqa: RUF012

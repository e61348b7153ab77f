"""The statements behind an operation, without a server between."""

from typing import Any

from models.connection import statement_log
from schema.types.context import Context
from server.assemble import make_schema
from tests.world import Person, operation


async def statements_of(me: Person, name: str, **variables: Any) -> list[str]:
    """In the order in which they were run."""
    log: list[str] = []
    token = statement_log.set(log)
    try:
        context = Context(me.world.services, me.key)
        result = await make_schema(True).execute(operation(name), variables, context)
    finally:
        statement_log.reset(token)
    assert result.errors is None
    return log

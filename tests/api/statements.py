"""The statements of an operation, without a server."""

from typing import Any

from models.db.connection import statement_log
from models.requests import AS_SHOWN
from schema.types.context import Context
from server.app import make_schema
from tests.world import Person, World, operation


async def statements_of(me: Person, name: str, **variables: Any) -> list[str]:
    """Of one of the front ends' operations, in the order in which they were run."""
    return await statements_behind(me, operation(name), **variables)


async def statements_behind(me: Person, text: str, **variables: Any) -> list[str]:
    """The same of an operation that no front end has."""
    log: list[str] = []
    token = statement_log.set(log)
    try:
        context = Context(me.world.services, me.key, frozenset(me.roles))
        result = await make_schema(True).execute(text, variables, context)
    finally:
        statement_log.reset(token)
    assert result.errors is None
    return log


async def recount(world: World) -> None:
    """Sides say again what messages say, which a test has written itself."""
    await world.database.execute(f"UPDATE memberships AS m SET {AS_SHOWN}", ())

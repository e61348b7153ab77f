"""A user who is deactivated between the commit and the answer gets UNAUTHENTICATED."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from typing import Any

import pytest

from models.db.database import Database, Step, T
from tests.api.requests import asked
from tests.services import serving
from tests.world import World


class Leaving(Database):
    """A database in which everybody is deactivated right after each commit."""

    async def transaction(self, step: Step[T]) -> T:
        done = await super().transaction(step)
        await self.execute("UPDATE users SET is_active = FALSE", ())
        return done


@dataclass(frozen=True)
class Given:
    """The inputs of the mutations."""

    user: str
    thread: str
    request: str


ACTS: dict[str, Any] = {
    "follow": lambda given: {"userId": given.user},
    "unfollow": lambda given: {"userId": given.user},
    "block": lambda given: {"userId": given.user},
    "report": lambda given: {"subjectId": given.user, "reason": "SPAM"},
    "accept": lambda given: {"requestId": given.request},
    "delete": lambda given: {"id": given.request},
    "sendMessage": lambda given: {"threadId": given.thread, "text": "Hi!"},
    "updateRequestPolicy": lambda given: {"strangers": "HIDDEN"},
    "updateFilterWords": lambda given: {"words": ["private"]},
}


@pytest.mark.shows("2.6")
@pytest.mark.parametrize("name", ACTS)
async def test_who_is_gone_before_the_answer_is_signed_out(world: World, name: str) -> None:
    alice, bob, request_id = await asked(world)
    given = Given(alice.id, await bob.thread_id(alice), request_id)
    leaving = Leaving(world.database.context, AsyncExitStack())
    async with serving(replace(world.services, database=leaving)) as gone:
        answer = await replace(bob, world=gone).post(name, input=ACTS[name](given))
    codes = {error["extensions"]["code"] for error in answer.get("errors", [])}
    assert codes <= {"UNAUTHENTICATED"}

"""Each cell of docs/authorization.md is what the running service answers, and each field has a row."""

import json

import pytest

from schema.types.ids import Kind
from tests.authorization.calls import Call, all_fields, possible
from tests.authorization.page import rows_under
from tests.authorization.questions import ask
from tests.authorization.roles import ROLES, Asker
from tests.authorization.stage import Stage
from tests.authorization.things import GROUPS
from tests.authorization.verdicts import NULL, YES, verdict

ROWS = {row["call"]: row for row in rows_under("call", *ROLES)}
ELSEWHERE = {tuple(row["field"].split(".")) for row in rows_under("field", "promise")}
OWN, UNSEEN = "own", "unseen"


def test_each_field_has_a_row_and_each_row_a_field() -> None:
    asked = {(of, one.name) for text in ROWS for one in Call(text).asked.walk() for of in possible(one.of)}
    assert sorted(all_fields() - asked - ELSEWHERE) == []
    assert sorted(ELSEWHERE - all_fields()) == sorted(ELSEWHERE & asked) == []


@pytest.mark.shows("2.1", "2.7", "2.10", "8.20", "8.24", "8.25", "10.17")
@pytest.mark.parametrize("text", ROWS, ids=list(ROWS))
async def test_a_row(stage: Stage, text: str) -> None:
    call, wanted = Call(text), {role: ROWS[text][role] for role in ROLES}
    spent = [role for role in ROLES if call.operation == "mutation" and wanted[role] == YES]
    found = {role: await _spend(await stage.fresh(role, call), call) for role in spent}
    askers = {role: await stage.asker(role, call) for role in ROLES if role not in spent}
    async with stage.unchanged(call):
        found |= {role: await _answer(asker, call, wanted[role]) for role, asker in askers.items()}
    assert {role: found[role] for role in ROLES} == wanted


async def _spend(asker: Asker, call: Call) -> str:
    others = await asker.what_is_others()
    found = await _answer(asker, call, YES)
    assert await asker.what_is_others() == others
    return found


async def _answer(asker: Asker, call: Call, wanted: str) -> str:
    answer = await ask(asker, call, asker.ids)
    seen = [string for string in asker.must_not_see() if string in answer]
    assert seen == [], answer
    found = verdict(call, json.loads(answer))
    if wanted in {NULL, "NotFound", UNSEEN} and call.operation != "subscription":
        assert answer == await ask(asker, call, _of_nobody(asker)), (
            "an id that no node has gets another answer"
        )
    return wanted if found == YES and wanted in {OWN, UNSEEN} else found


def _of_nobody(asker: Asker) -> dict[str, str]:
    """The ids, each replaced by one that names nothing."""
    sealer = asker.world.services.sealer

    def nobody(id: str) -> str:
        kind, _ = sealer.open(id) or (Kind.THREAD, 0)
        return sealer.seal(Kind(kind), 10**6)

    return {name: nobody(id) if name in GROUPS else id for name, id in asker.ids.items()}

"""The moderators' queue and their acts: who may, what they see, what is kept of it."""

from datetime import timedelta
from typing import Any

import pytest

from tests.api.moderation import (
    NOT_ALLOWED,
    ban,
    moderator,
    report,
    reported,
    resolve,
    restrict,
    rows_of,
    staff,
)
from tests.api.sending import NOT_FOUND, invalid, nobody
from tests.world import Person, World

_TABLES = ["reports", "moderation_actions", "warnings", "users", "user_events"]


async def _rows(world: World) -> list[Any]:
    return [await world.rows(table) for table in _TABLES]


def _acts(id: str, subject: Person) -> list[tuple[str, dict[str, Any]]]:
    return [
        ("claimReport", {"reportId": id}),
        ("resolveReport", {"reportId": id, "resolution": "BAN"}),
        ("liftRestriction", {"userId": subject.id}),
    ]


@pytest.mark.shows("8.20")
async def test_a_user_who_is_not_a_moderator_sees_and_does_nothing(world: World) -> None:
    judy, alice, bob, carol = await staff(world, "alice", "bob", "carol")
    await report(bob, alice.id)
    found = await reported(judy, alice)
    await judy.do("claimReport", reportId=found["id"])
    [line] = await judy.nodes("auditLog")
    before = await _rows(world)
    for name, given in _acts(found["id"], alice):
        anonymous = await world.anonymous(name, input=given)
        assert anonymous["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
        for person in (carol, bob, alice):
            assert await person.do(name, **given) == NOT_ALLOWED
    for name in ("reports", "auditLog"):
        assert (await world.anonymous(name))["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
        for person in (carol, bob, alice):
            assert await person.run(name) is None
            assert await person.run("node", id=found["id"]) is await person.run("node", id=line["id"]) is None
    assert await _rows(world) == before


@pytest.mark.shows("8.20")
@pytest.mark.parametrize("roles", [(), ("Moderator",), ("service", "admin")])
async def test_another_role_is_none(world: World, roles: tuple[str, ...]) -> None:
    [alice] = await world.cast("alice")
    alice.roles = roles
    assert await alice.run("reports") is None
    assert await alice.do("liftRestriction", userId=alice.id) == NOT_ALLOWED


async def test_an_inactive_moderator_is_no_one(world: World) -> None:
    [judy] = await staff(world)
    assert await judy.nodes("reports") == []
    await judy.becomes(is_active=False)
    for name in ("reports", "auditLog"):
        answer = await judy.post(name)
        assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    given = {"reportId": "x", "resolution": "BAN"}
    answer = await judy.post("resolveReport", input=given)
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.shows("8.19", "8.13")
async def test_a_report_shows_what_was_kept_and_not_who_made_it(world: World) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    await alice.opens(bob, "Hello!")
    await bob.send(alice, "Who are you?")
    sent = await alice.send(bob, "Send me money.")
    await report(bob, sent["sentMessage"]["id"], "SCAM", note="Wants money.")
    await report(bob, sent["sentMessage"]["id"], "SPAM")
    await report(bob, sent["sentMessage"]["id"], "SCAM", note="Still does.")
    await alice.becomes(display_name="Another user")
    found = await reported(judy, alice)
    assert found["status"] == "OPEN"
    assert found["subject"] == {"id": alice.id, "username": "alice"}
    assert found["profile"] == {"username": "alice", "displayName": "Alice", "avatarUrl": None}
    assert found["reasons"] == ["SCAM", "SPAM"]
    notes = [(note["reason"], note["text"]) for note in rows_of(found["notes"])]
    assert notes == [("SCAM", "Wants money."), ("SCAM", "Still does.")]
    assert found["claimedBy"] is found["resolution"] is found["until"] is None
    kept = [
        (e["sender"] and e["sender"]["username"], e["text"], e["reported"])
        for e in rows_of(found["evidence"])
    ]
    assert kept == [
        ("alice", "Hello!", False),
        (None, "Who are you?", False),
        ("alice", "Send me money.", True),
    ]
    whole = await judy.post("reports")
    assert "bob" not in str(whole)
    assert bob.id not in str(whole)


@pytest.mark.shows("8.21")
async def test_the_queue_is_read_by_status_subject_and_age(world: World) -> None:
    judy, alice, bob, carol = await staff(world, "alice", "bob", "carol")
    for subject, reporter in ((alice, bob), (carol, bob), (alice, carol), (bob, alice)):
        await report(reporter, subject.id)
        world.clock.advance(hours=1)
    queue = await judy.nodes("reports")
    names = [node["subject"]["username"] for node in queue]
    assert names == ["alice", "carol", "alice", "bob"]
    assert [node["createdAt"] for node in queue] == sorted(node["createdAt"] for node in queue)
    await judy.do("claimReport", reportId=queue[1]["id"])
    await judy.do("resolveReport", reportId=queue[3]["id"], resolution="DISMISS")
    ids = [node["id"] for node in queue]

    async def listed(**filters: Any) -> list[int]:
        return [ids.index(node["id"]) for node in await judy.nodes("reports", **filters)]

    assert await listed(status="OPEN") == [0, 2]
    assert await listed(status="CLAIMED") == [1]
    assert await listed(status="RESOLVED") == [3]
    assert await listed(subject=alice.id) == [0, 2]
    assert await listed(subject=alice.id, status="CLAIMED") == []
    assert await listed(olderThan=queue[2]["createdAt"]) == [0, 1]
    assert await listed(subject=nobody(world).id) == await listed(subject="forged") == []


@pytest.mark.shows("8.21")
async def test_the_queue_and_the_audit_log_are_paged(world: World) -> None:
    judy, *others = await staff(world, "alice", "bob", "carol", "dave", "erin")
    for subject in others[1:]:
        await report(others[0], subject.id)
        await judy.do("claimReport", reportId=(await reported(judy, subject))["id"])
    for name in ("reports", "auditLog"):
        whole = [node["id"] for node in await judy.nodes(name)]
        first = await judy.run(name, first=3)
        assert first["pageInfo"]["hasNextPage"]
        rest = await judy.run(name, first=3, after=first["pageInfo"]["endCursor"])
        assert not rest["pageInfo"]["hasNextPage"]
        assert [edge["node"]["id"] for edge in first["edges"] + rest["edges"]] == whole
        wrong = await judy.post(name, after="forged")
        assert wrong["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    newest, *_ = await judy.nodes("auditLog")
    assert newest["subject"]["username"] == "erin"


@pytest.mark.shows("8.22")
async def test_the_first_claim_stays(world: World) -> None:
    judy, alice, bob, ken = await staff(world, "alice", "bob", "ken")
    ken = moderator(ken)
    await report(bob, alice.id)
    id = (await reported(judy, alice))["id"]
    for person in (judy, judy, ken):
        claimed = await person.do("claimReport", reportId=id)
        claimer = {"id": judy.id, "username": "judy"}
        assert claimed["report"] == {"id": id, "status": "CLAIMED", "claimedBy": claimer}
    assert [line["action"] for line in await judy.nodes("auditLog")] == ["CLAIM"]
    resolved = await ken.do("resolveReport", reportId=id, resolution="DISMISS")
    assert resolved["report"]["status"] == "RESOLVED"
    assert (await judy.do("claimReport", reportId=id))["report"]["status"] == "RESOLVED"


@pytest.mark.shows("8.23", "8.31")
async def test_a_report_is_resolved_once(world: World) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    await report(bob, alice.id)
    id = (await reported(judy, alice))["id"]
    until = (world.clock.now + timedelta(days=1)).isoformat()
    far = (world.clock.now + timedelta(days=3_654)).isoformat()
    wrong: list[tuple[str, str | None, str]] = [
        ("RESTRICT", None, "REQUIRED"),
        ("RESTRICT", world.clock.now.isoformat(), "NOT_IN_FUTURE"),
        ("RESTRICT", far, "TOO_FAR"),
        *((resolution, until, "NOT_APPLICABLE") for resolution in ("BAN", "WARN", "DISMISS")),
    ]
    before = await _rows(world)
    for resolution, end, reason in wrong:
        found = await judy.do("resolveReport", reportId=id, resolution=resolution, until=end)
        assert found == invalid("until", reason)
    assert await _rows(world) == before
    for _ in range(2):
        found = await judy.do("resolveReport", reportId=id, resolution="RESTRICT", until=until)
        assert found["report"] == {"id": id, "status": "RESOLVED", "resolution": "RESTRICT", "until": until}
    assert await judy.do("resolveReport", reportId=id, resolution="BAN") == NOT_FOUND
    [line] = await judy.nodes("auditLog")
    assert line["action"] == "RESTRICT"
    assert line["actor"] == {"id": judy.id, "username": "judy"}
    assert line["subject"] == {"id": alice.id, "username": "alice"}
    assert line["report"] == {"id": id, "status": "RESOLVED"}


async def test_a_time_without_a_zone_is_no_time(world: World) -> None:
    [judy] = await staff(world)
    given = {"reportId": "x", "resolution": "RESTRICT", "until": "2027-01-01T00:00:00"}
    answer = await judy.post("resolveReport", input=given)
    assert answer["errors"][0]["extensions"]["code"] != "INTERNAL_SERVER_ERROR", answer
    assert "data" not in answer or answer["data"] is None


@pytest.mark.shows("8.31")
async def test_every_act_is_in_the_audit_log(world: World) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    await resolve(judy, bob, alice, "DISMISS")
    await resolve(judy, bob, alice, "WARN")
    await restrict(judy, bob, alice, days=1)
    await ban(judy, bob, alice)
    for _ in range(2):
        lifted = await judy.do("liftRestriction", userId=alice.id)
        assert lifted["user"] == {"id": alice.id, "username": "alice"}
    lines = await judy.nodes("auditLog", subject=alice.id)
    assert [line["action"] for line in lines] == ["LIFT", "BAN", "RESTRICT", "WARN", "DISMISS"]
    assert lines[0]["report"] is None
    assert await judy.nodes("auditLog", subject=bob.id) == []
    assert "bob" not in str(lines)


async def test_no_one_moderates_themselves(world: World) -> None:
    judy, alice, bob, ken = await staff(world, "alice", "bob", "ken")
    ken = moderator(ken)
    await report(bob, judy.id)
    id = (await reported(ken, judy))["id"]
    before = await _rows(world)
    assert await judy.nodes("reports") == []
    assert await judy.run("node", id=id) is None
    assert await judy.do("claimReport", reportId=id) == NOT_FOUND
    assert await judy.do("resolveReport", reportId=id, resolution="DISMISS") == NOT_FOUND
    assert await judy.do("liftRestriction", userId=judy.id) == NOT_FOUND
    assert await _rows(world) == before
    await ken.do("resolveReport", reportId=id, resolution="BAN")
    assert await judy.nodes("auditLog") == []
    assert await judy.do("liftRestriction", userId=judy.id) == NOT_FOUND
    assert (await judy.request(alice))["__typename"] == "MessagingRestricted"


@pytest.mark.parametrize("id", ["forged", ""])
async def test_an_id_of_nothing_is_not_found(world: World, id: str) -> None:
    judy, alice = await staff(world, "alice")
    for wrong in (id, alice.id):
        assert await judy.do("claimReport", reportId=wrong) == NOT_FOUND
        assert await judy.do("resolveReport", reportId=wrong, resolution="BAN") == NOT_FOUND
    for wrong in (id, nobody(world).id):
        assert await judy.do("liftRestriction", userId=wrong) == NOT_FOUND

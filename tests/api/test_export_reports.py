"""`exportMyData` has what the viewer's own reports and pending threads show."""

from datetime import timedelta

import pytest

from tests.api.test_export import exported, texts
from tests.world import World


@pytest.mark.shows("14.1")
async def test_own_reports_are_in_it_as_they_are_shown(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.request(alice, "rude")
    [request] = await alice.nodes("requests")
    message_id = request["pendingMessages"][0]["id"]
    await alice.do("report", subjectId=message_id, reason="HATE", alsoDelete=True)
    await alice.do("report", subjectId=message_id, reason="HATE")
    await bob.becomes(username="bobby", display_name="Bobby")
    assert await texts(alice) == []
    edges = (await alice.run("ownReports"))["reports"]["edges"]
    shown = [{name: edge["node"][name] for name in ("profile", "text")} for edge in edges]
    assert shown[1] == {
        "profile": {"username": "bob", "displayName": "Bob", "avatarUrl": None},
        "text": "rude",
    }
    found = (await exported(alice))["REPORT"]
    assert [{name: one[name] for name in ("profile", "text")} for one in found] == shown
    assert [one["subject"] for one in found] == [None, message_id]


@pytest.mark.shows("14.1")
async def test_a_pending_thread_is_in_it_with_its_mute(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    until = (world.clock.now + timedelta(days=1)).isoformat()
    for person, other in ((alice, bob), (bob, alice)):
        thread_id = await person.thread_id(other)
        await person.do("mute", threadId=thread_id, muted=True, until=until)
    muted = {"isMuted": True, "mutedUntil": until}
    for person, kind in ((alice, "SENT_REQUEST"), (bob, "REQUEST")):
        [found] = (await exported(person))[kind]
        assert {name: found[name] for name in muted} == muted

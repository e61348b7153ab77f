"""`exportMyData`: what the viewer gave or can see, kind by kind, and nothing else."""

import json
from collections import defaultdict
from datetime import timedelta
from typing import Any

import pytest

from tests.api.moderation import ban, resolve, staff
from tests.api.pages import error_of, list_pages
from tests.api.statements import statements_of
from tests.live.acts import act
from tests.world import Person, World


async def exported(person: Person, size: int = 100) -> dict[str, list[Any]]:
    """The values by kind, in the order of the export."""
    found = defaultdict(list)
    for page in await list_pages(person, "exportMyData", size):
        for item in page:
            found[item["kind"]].append(json.loads(item["json"]))
    return found


async def texts(person: Person) -> list[str]:
    return [message["text"] for message in (await exported(person))["MESSAGE"]]


def known(person: Person) -> dict[str, str]:
    """A user in another's export."""
    return {"id": person.id, "username": person.name, "displayName": person.name.title()}


UNCHOSEN = dict.fromkeys(["mutualFollows", "recentAccounts", "followers", "unverified", "strangers"])


async def test_an_anonymous_one_has_none(world: World) -> None:
    answer = await world.anonymous("exportMyData")
    assert answer["data"] == {"exportMyData": None}
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.shows("14.1")
async def test_a_new_account(world: World) -> None:
    alice = await world.person("alice", region="DE", avatar_url="https://example.com/a.png")
    found = await exported(alice)
    assert found == {
        "PROFILE": [
            {
                **known(alice),
                "avatarUrl": "https://example.com/a.png",
                "isVerified": False,
                "birthDate": "1990-01-01",
                "region": "DE",
                "phoneVerified": True,
                "createdAt": found["PROFILE"][0]["createdAt"],
                "nameChangedAt": None,
            }
        ],
        "SETTINGS": [
            {
                "dmAudience": None,
                "readReceipts": False,
                "requestPolicy": UNCHOSEN,
                "requestPause": None,
                "filterWords": [],
                "filterEntries": [],
            }
        ],
        "STANDING": [{"restriction": None}],
    }


@pytest.mark.shows("14.1")
async def test_what_was_set_and_whom_it_concerns(world: World) -> None:
    judy, alice, bob, carol, dave = await staff(world, "alice", "bob", "carol", "dave")
    await alice.do("updateDmAudience", audience="FRIENDS")
    await alice.do("updateReadReceipts", enabled=True)
    await alice.do(
        "updateFilterWords", words=["spam", "Grüße"], entries=[{"word": "crypto", "place": "NAME"}]
    )
    until = (world.clock.now + timedelta(days=1)).isoformat()
    paused = (await alice.do("pauseRequests", until=until))["viewer"]["requestPause"]
    await alice.do("updateRequestPolicy", mutualFollows="REQUESTS", strangers="HIDDEN")
    await alice.follows(bob)
    await alice.follows(carol)
    await dave.follows(alice)
    await alice.do("block", userId=carol.id)
    await carol.do("block", userId=alice.id)
    await alice.do("report", subjectId=bob.id, reason="SCAM", note="sold me a bridge")
    await resolve(judy, bob, alice, "WARN")
    await ban(judy, bob, alice)
    await alice.do("appealRestriction", text="It was not me.")
    made = await alice.do("createContactCode", label="a card", uses=2)
    found = await exported(alice)
    assert found["CONTACT_CODE"] == [made["contactCode"]]
    assert made["plainCode"] not in repr(found)
    [appeal] = found["APPEAL"]
    assert (appeal["text"], appeal["state"], appeal["answer"]) == ("It was not me.", "OPEN", None)
    assert found["SETTINGS"] == [
        {
            "dmAudience": "FRIENDS",
            "readReceipts": True,
            "requestPolicy": UNCHOSEN | {"mutualFollows": "REQUESTS", "strangers": "HIDDEN"},
            "requestPause": {name: paused[name] for name in ("since", "until", "requestsHidden")},
            "filterWords": ["spam", "Grüße"],
            "filterEntries": [{"word": "crypto", "place": "NAME", "until": None}],
        }
    ]
    shown = (await alice.run("viewer"))["standing"]
    assert found["STANDING"] == [{"restriction": decided(shown["restriction"]) | {"until": None}}]
    assert found["WARNING"] == [decided(one) for one in shown["warnings"]]
    assert [one["user"] for one in found["FOLLOW"]] == [known(carol), known(bob)]
    assert [one["user"] for one in found["FOLLOWER"]] == [known(dave)]
    assert [one["user"] for one in found["BLOCK"]] == [known(carol)]
    [report] = found["REPORT"]
    assert report.pop("at").endswith("+00:00")
    said = {"subject": bob.id, "reason": "SCAM", "note": "sold me a bridge"}
    shown = {"profile": {"username": "bob", "displayName": "Bob", "avatarUrl": None}, "text": None}
    assert report == said | shown | {"state": "OPEN", "handledAt": None}
    [waiting] = await judy.nodes("reports", subject=bob.id)
    await judy.do("resolveReport", reportId=waiting["id"], resolution="DISMISS")
    [report] = (await exported(alice))["REPORT"]
    [own] = (await alice.run("ownReports"))["reports"]["edges"]
    assert (report["state"], report["handledAt"]) == ("HANDLED", own["node"]["handledAt"])
    assert (await exported(carol))["REPORT"] == []


def decided(shown: Any) -> Any:
    """A decision as the standing shows it."""
    return {"reason": shown["reason"], "at": shown["at"], "decision": shown["decisionId"]}


async def correspondents(world: World) -> tuple[Person, Person, Person]:
    """alice, with bob in an open thread and carol asked; two more ask her."""
    alice, bob, carol, dave, erin = await world.cast("alice", "bob", "carol", "dave", "erin")
    await alice.opens(bob, "to bob")
    await bob.send(alice, "from bob")
    await alice.request(carol, "to carol")
    await dave.request(alice, "from dave")
    await erin.request(alice, "see example.com")
    return alice, bob, carol


@pytest.mark.shows("14.1")
async def test_threads_and_requests_are_those_of_the_lists(world: World) -> None:
    alice, bob, carol = await correspondents(world)
    found = await exported(alice)
    [inbox] = [one for one in await alice.nodes("inbox") if one["state"] == "OPEN"]
    [thread] = found["THREAD"]
    assert (thread["id"], thread["peer"], thread["startedByMe"]) == (inbox["id"], known(bob), True)
    [sent], [listed] = found["SENT_REQUEST"], await alice.nodes("sentRequests")
    assert sent["recipient"] == known(carol)
    assert {name: sent[name] for name in ("id", "sentAt", "messagesLeft")} == {
        name: listed[name] for name in ("id", "sentAt", "messagesLeft")
    }
    listed = [*await alice.nodes("requests", folder="HIDDEN"), *await alice.nodes("requests")]
    assert [one["sender"]["username"] for one in found["REQUEST"]] == ["erin", "dave"]
    for request, node in zip(found["REQUEST"], listed, strict=True):
        assert request["thread"] == node["thread"]["id"]
        for name in ("id", "receivedAt", "folder", "hiddenReasons"):
            assert request[name] == node[name]


@pytest.mark.shows("14.1")
async def test_messages_are_those_that_one_wrote_or_can_read(world: World) -> None:
    alice, _, carol = await correspondents(world)
    found = await exported(alice)
    assert await texts(alice) == ["see example.com", "from dave", "to carol", "from bob", "to bob"]
    assert found["MESSAGE"][4] == {
        "id": found["MESSAGE"][4]["id"],
        "thread": found["THREAD"][0]["id"],
        "sender": alice.id,
        "text": "to bob",
        "sentAt": found["MESSAGE"][4]["sentAt"],
        "receipt": "SENT",
    }
    node = await alice.run("node", id=found["MESSAGE"][3]["id"])
    assert node["text"] == "from bob"
    assert await texts(carol) == ["to carol"]


@pytest.mark.shows("14.1")
async def test_archived_requests_and_blocked_threads_are_in_it(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.opens(bob, "to bob")
    await bob.send(alice, "from bob")
    await carol.request(alice, "from carol")
    world.clock.advance(days=90)
    await act(world, "alice blocks bob")
    found = await exported(alice)
    assert [one["peer"] for one in found["THREAD"]] == [known(bob)]
    assert [(one["sender"], one["folder"]) for one in found["REQUEST"]] == [(known(carol), "ARCHIVED")]
    assert await texts(alice) == ["from carol", "from bob", "to bob"]


@pytest.mark.shows("14.1", "14.2")
async def test_what_the_viewer_deleted_is_gone_but_for_its_own_messages(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob, "mine")
    await bob.send(alice, "his")
    await act(world, "alice deletes bob")
    found = await exported(alice)
    assert (found["THREAD"], await texts(alice), await texts(bob)) == ([], ["mine"], ["his", "mine"])
    await bob.send(alice, "later")
    assert await texts(alice) == ["later", "mine"]


@pytest.mark.shows("14.2")
@pytest.mark.parametrize("verb", ["blocks", "shuns"])
async def test_a_sunk_message_is_its_senders_alone_and_looks_like_any_other(world: World, verb: str) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    for other in (bob, carol):
        await alice.request(other, "seen")
    await act(world, f"bob {verb} alice")
    for other in (bob, carol):
        await alice.request(other, "sunk")
    assert await texts(bob) == []
    assert await texts(carol) == ["sunk", "seen"]
    found = await exported(alice)
    assert [set(one) for one in found["MESSAGE"]] == [
        {"id", "thread", "sender", "text", "sentAt", "receipt"}
    ] * 4
    [one, other] = found["SENT_REQUEST"]
    assert one["messagesLeft"] == other["messagesLeft"] == 1
    if verb == "blocks":
        await act(world, "bob unblocks alice")
    await bob.request(alice, "an answer")
    assert await texts(bob) == ["an answer"]


@pytest.mark.shows("14.2")
async def test_no_report_about_the_viewer_and_no_block_of_it(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, "hello")
    before = await exported(alice)
    await bob.do("report", subjectId=alice.id, reason="SPAM", note="go away", alsoBlock=True)
    assert await exported(alice) == before
    assert [one["note"] for one in (await exported(bob))["REPORT"]] == ["go away"]


async def _busy(world: World) -> Person:
    """Alice, with several of most kinds; tied where they can be."""
    alice, *others = await world.cast("alice", "bob", "carol", "dave", "erin")
    for other in others:
        await alice.follows(other)
        await other.follows(alice)
        for number in range(3):
            await alice.request(other, f"{number} to {other.name}")
            await alice.do("report", subjectId=other.id, reason="SPAM", note=str(number))
    await alice.do("block", userId=others[0].id)
    return alice


@pytest.mark.shows("14.1")
@pytest.mark.parametrize("size", [1, 2, 7])
async def test_pages_are_the_whole_export_without_repeats(world: World, size: int) -> None:
    alice = await _busy(world)
    whole = await exported(alice)
    assert await exported(alice, size) == whole
    assert {kind: len(values) for kind, values in whole.items()} == {
        "PROFILE": 1,
        "SETTINGS": 1,
        "STANDING": 1,
        "FOLLOW": 4,
        "FOLLOWER": 4,
        "BLOCK": 1,
        "THREAD": 4,
        "MESSAGE": 12,
        "REPORT": 12,
    }


async def test_a_cursor_holds_while_things_happen(world: World) -> None:
    alice = await _busy(world)
    page = await alice.run("exportMyData", first=20)
    after = page["pageInfo"]["endCursor"]
    rest = await alice.nodes("exportMyData", after=after)
    await alice.follows(await world.person("frank"))
    await world.people["frank"].request(alice, "hello")
    assert await alice.nodes("exportMyData", after=after) == rest


async def test_a_cursor_is_the_viewers_own(world: World) -> None:
    alice, mallory = await _busy(world), await world.person("mallory")
    after = (await alice.run("exportMyData", first=1))["pageInfo"]["endCursor"]
    for cursor in (after, "forged"):
        answer = await mallory.post("exportMyData", after=cursor)
        assert error_of(answer) == ("BAD_USER_INPUT", ["exportMyData"])


async def test_a_page_reads_no_kind_that_it_does_not_show(world: World) -> None:
    alice = await _busy(world)
    after = (await alice.run("exportMyData", first=20))["pageInfo"]["endCursor"]
    page = await alice.run("exportMyData", first=5, after=after)
    assert {edge["node"]["kind"] for edge in page["edges"]} == {"MESSAGE"}
    assert len(await statements_of(alice, "exportMyData", first=5, after=after)) == 2

"""Secrets change between two starts of a process: what clients hold still reads, until its end."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import jwt
import pytest

from models.db.database import Database
from models.installation import read_secrets, rotate_secrets
from rules.policy import Policy
from server.__main__ import main
from server.contexts import make_services
from tests.databases import PostgresSource, opened
from tests.live.devices import cursor_of
from tests.live.readers import EVENTS, Events, ticket_of
from tests.live.readers import opened as opened_by
from tests.races.workers import worker
from tests.world import SECRET, Clock, Person, World

NEW = "the next secret, which is long enough too"
HOUR = timedelta(hours=1)


class Renewed(Person):
    """With a token that the new secret signed."""

    @property
    def token(self) -> str:
        claims = {"sub": f"host-{self.name}", "exp": datetime.now(UTC) + HOUR}
        return "Bearer " + jwt.encode(claims, NEW, "HS256")


@dataclass
class Held:
    """The ids and cursors that a client of bob's has from before."""

    thread_id: str
    list_cursor: str
    event_cursor: str
    undo_id: str
    ticket: str
    last: str | None


async def held_by(bob: Person, alice: Person, carol: Person) -> Held:
    await alice.opens(bob)
    event_cursor = await cursor_of(bob)
    await carol.request(bob)
    ids = [node["id"] for node in await bob.nodes("requests")]
    undone = await bob.do("deleteRequests", requests={"ids": ids}, asOf=await cursor_of(bob))
    [edge] = (await bob.run("inbox"))["edges"]
    ticket = await ticket_of(bob)
    async with opened_by(bob.world, ticket) as answer:
        events = Events(answer)
        await events.item()
    return Held(edge["node"]["id"], edge["cursor"], event_cursor, undone["undoId"], ticket, events.last)


def previous(until: datetime) -> dict[str, str]:
    return {
        "JWT_SECRET": NEW,
        "JWT_SECRET_PREVIOUS": SECRET,
        "JWT_SECRET_PREVIOUS_UNTIL": until.isoformat(),
    }


async def reads(bob: Person, held: Held) -> dict[str, Any]:
    """The result of each of them."""
    async with bob.listen_to(EVENTS, after=held.event_cursor) as stream:
        item = await stream.item()
    async with opened_by(bob.world, held.ticket, held.last) as answer:
        status = answer.status
    page = await bob.post("inbox", after=held.list_cursor)
    return {
        "thread": (await bob.run("thread", id=held.thread_id) or {}).get("id"),
        "page": page["errors"][0]["extensions"]["code"] if "errors" in page else "read",
        "events": item.get("reason") or item["__typename"],
        "undo": (await bob.do("undoDelete", id=held.undo_id))["__typename"],
        "ticket": status,
    }


@dataclass
class Stage:
    url: str
    log: Path
    database: Database
    world: World

    async def rotate(self, ago: timedelta) -> None:
        """As if it had been done so long ago; what is older opens for an hour."""
        now = datetime.now(UTC) - ago
        await self.database.transaction(lambda tx: rotate_secrets(tx, now, HOUR))

    def worker(self, settings: dict[str, str]) -> Any:
        return worker(self.url, self.log, {"bucket_size": 1000}, settings)

    def at(self, url: str, person: Person, kind: type[Person] = Person) -> Person:
        return kind(replace(self.world, url=url), person.name, person.key)


@pytest.mark.shows("1.5", "2.36")
async def test_what_clients_hold_reads_until_its_end(postgres_source: PostgresSource, tmp_path: Path) -> None:
    url = await postgres_source.make()
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(opened(url))
        client = await stack.enter_async_context(aiohttp.ClientSession())
        services = await make_services(database, Policy())
        stage = Stage(url, tmp_path / "log", database, World(services, Clock(datetime.now(UTC)), "", client))
        people = await stage.world.cast("bob", "alice", "carol")
        async with stage.worker({}) as process:
            held = await held_by(*(stage.at(process.url, person) for person in people))
        await stage.rotate(ago=HOUR / 2)
        async with stage.worker(previous(datetime.now(UTC) + HOUR)) as process:
            found = await reads(stage.at(process.url, people[0]), held)
            assert found.pop("thread") not in {None, held.thread_id}, "the same thread has another id"
            assert found == {
                "page": "read",
                "events": "BadgeChanged",
                "undo": "UndoDeleteSuccess",
                "ticket": 200,
            }
            renewed = stage.at(process.url, people[0], Renewed)
            assert (await renewed.run("thread", id=held.thread_id))["id"] != held.thread_id
        await stage.rotate(ago=timedelta())
        await database.execute("UPDATE sealing_secrets SET opens_until = 1 WHERE seals_from = 0", ())
        async with stage.worker(previous(datetime.now(UTC))) as process:
            answer = await stage.at(process.url, people[0]).post("viewer")
            assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
            assert await reads(stage.at(process.url, people[0], Renewed), held) == {
                "thread": None,
                "page": "BAD_USER_INPUT",
                "events": "UNKNOWN",
                "undo": "NotFound",
                "ticket": 401,
            }
    await postgres_source.drop(url)


@pytest.mark.shows("1.5")
async def test_the_command(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOORSTEP_DATABASE_URL", database_url)
    monkeypatch.setenv("DOORSTEP_JWT_SECRET", NEW)
    async with opened(database_url) as database:
        [old] = await read_secrets(database, datetime.now(UTC))
    assert await asyncio.to_thread(main, ["seals", "--keep", "1"]) == 0
    async with opened(database_url) as database:
        later = datetime.now(UTC) + timedelta(minutes=2)
        assert [old] == (await read_secrets(database, later))[1:]
        assert old not in await read_secrets(database, later + timedelta(days=1))


@pytest.mark.parametrize("days", ["-1", "3651", "x"])
def test_the_command_refuses(days: str) -> None:
    assert main(["seals", "--keep", days]) == 2


def test_the_command_says_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DOORSTEP_DATABASE_URL", "nowhere")
    assert main(["seals"]) == 2
    assert "DOORSTEP_DATABASE_URL must be" in capsys.readouterr().err

"""Pages of lists: one statement each, over one index range, however long the history."""

from typing import Any

import pytest

from models.db.connection import statement_log
from models.db.database import Database
from models.db.fields import EPOCH
from models.db.statements import Select, in_sqlite
from models.inbox import ARCHIVED, BADGE, FOUND, FOUND_UNREAD, INBOX, PENDING, UNREAD
from models.messages import NEWER_MESSAGES, OLDER_MESSAGES
from models.relations import BLOCKED_USERS
from models.users import FEW
from rules.policy import BADGE_LIMIT
from rules.requests import Folder
from rules.search import LAST_CHARACTER
from schema.types.context import Context
from schema.types.ids import Kind
from server.app import make_schema
from server.operations import Execution
from tests.storage.history import TALKATIVE, VIEWER, remember
from tests.world import START, World

END = 2**62
PAGES: dict[str, tuple[Select[Any], str, tuple[Any, ...]]] = {
    "inbox": (INBOX, "memberships_inbox", (VIEWER, END, END, 21)),
    "unread": (UNREAD, "memberships_unread", (VIEWER, END, END, 21)),
    "requests": (PENDING, "memberships_pending", (VIEWER, END, END, 21, Folder.REQUESTS, 1)),
    "hidden": (PENDING, "memberships_pending", (VIEWER, END, END, 21, Folder.HIDDEN, 1)),
    "archived": (ARCHIVED, "memberships_archive", (VIEWER, END, END, 21)),
    "sentRequests": (PENDING, "memberships_pending", (VIEWER, END, END, 21, Folder.SENT, 0)),
    "blockedUsers": (BLOCKED_USERS, "blocks_blocker", (TALKATIVE, END, END, 21)),
    "older messages": (OLDER_MESSAGES, "messages_thread_id_seq_key", (VIEWER, TALKATIVE, END, 21)),
    "newer messages": (NEWER_MESSAGES, "messages_thread_id_seq_key", (VIEWER, TALKATIVE, -1, 21)),
}
OF_SQLITE = {"messages_thread_id_seq_key": "sqlite_autoindex_messages_1 (thread_id=? AND seq>?"}
"""SQLite's own name for an index of a UNIQUE."""
LIST = "query ($first: Int) {{ {name}(first: $first{folder}) {{ eventCursor edges {{ cursor node {{ id }} }} }} }}"
ONCE = [
    (EPOCH, "inbox", ""),
    (EPOCH, "sentRequests", ""),
    (EPOCH, "requests", ""),
    (EPOCH, "requests", ", folder: HIDDEN"),
    (START, "requests", ", folder: ARCHIVED"),
]
MESSAGES = """query ($id: ID!, $first: Int) {
    thread(id: $id) { messages(first: $first) { eventCursor edges { cursor node { text isMine receipt } } } }
}"""


async def statements(world: World, text: str, execution: Execution | None = None, **variables: Any) -> int:
    """How many statements an operation of the viewer costs; it gives as many rows as are asked for."""
    log: list[str] = []
    token = statement_log.set(log)
    try:
        context = Context(world.services, VIEWER)
        result = await make_schema(True, execution=execution).execute(text, variables, context)
    finally:
        statement_log.reset(token)
    assert result.errors is None
    assert str(result.data).count("'node'") == variables["first"]
    return len(log)


async def plan_of_page(database: Database, statement: Select[Any], args: tuple[Any, ...]) -> str:
    """How the database makes the page itself, without what it does with its few rows then."""
    if database.dialect == "sqlite":
        own = in_sqlite(statement.texts["sqlite"])
        rows = await database.fetch(f"EXPLAIN QUERY PLAN {own}", args)
        return "\n".join(detail for *_, detail in rows if detail != "SCAN found LEFT-JOIN")
    rows = await database.fetch(f"EXPLAIN {statement.text}", args)
    return "\n".join(line for (line,) in rows).partition("->  Limit")[2]


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_is_one_index_range(history: Database, name: str) -> None:
    statement, index, args = PAGES[name]
    plan = await plan_of_page(history, statement, args)
    assert f"using {index}" in plan or f"USING INDEX {OF_SQLITE.get(index, index)}" in plan
    assert "Sort" not in plan
    assert "B-TREE" not in plan
    assert "SCAN" not in plan
    assert "Seq Scan on memberships" not in plan
    assert "Seq Scan on messages" not in plan


@pytest.mark.parametrize("user", [VIEWER, TALKATIVE, 0])
async def test_sqlite_reads_the_same_rows_by_a_text_of_its_own(history: Database, user: int) -> None:
    found = END, END, 21, "user-39", f"user-39{LAST_CHARACTER}", False
    given = [(statement, args[1:]) for statement, _, args in PAGES.values()]
    for statement, args in [*given, (FOUND, found), (FOUND_UNREAD, found)]:
        own, other = [await history.fetch(text, (user, *args)) for text in statement.texts.values()]
        assert statement.shape.rows(own) == statement.shape.rows(other)
        assert bool(own) == bool(user)


@pytest.mark.shows("7.2")
@pytest.mark.parametrize("few", [True, False])
async def test_a_search_finds_the_same_among_few_and_many(database: Database, few: bool) -> None:
    await remember(database)
    await database.execute("UPDATE users SET username_folded = username, found_by = '\n' || username", ())
    text = FOUND.text if few else FOUND.text.replace(f"< {FEW}", "< 0")
    for typed, count in (("user-1", 21), ("user-391", 5), ("user-9999", 0)):
        rows = await database.fetch(text, (VIEWER, END, END, 21, typed, typed + LAST_CHARACTER, False))
        assert len([key for _, _, key, *_ in rows if key]) == count


@pytest.mark.shows("9.18")
async def test_a_badge_counts_up_to_a_bound(database: Database) -> None:
    await remember(database)
    for folder, opened in ((Folder.INBOX, "0"), (Folder.REQUESTS, "NULL")):
        await database.execute(
            f"UPDATE memberships SET folder = {folder:d}, opened_at = {opened}, unread = 1", ()
        )
        found = await BADGE.first(database, VIEWER, EPOCH, EPOCH, EPOCH)
        assert found
        counts = {Folder.INBOX: found.counts.unread_threads, Folder.REQUESTS: found.counts.pending_requests}
        assert counts.pop(folder) == BADGE_LIMIT
        assert [*counts.values()] == [0]


async def test_a_page_of_a_list_is_one_statement(world: World) -> None:
    await remember(world.database)
    for now, name, folder in ONCE:
        world.clock.now = now
        text = LIST.format(name=name, folder=folder)
        assert [await statements(world, text, first=first) for first in (1, 20, 100)] == [1, 1, 1]


@pytest.mark.parametrize("count", [1, 20, 100])
async def test_a_page_of_messages_is_read_with_its_thread(world: World, count: int) -> None:
    """graphql-core, which also runs what is not compiled yet, tells a resolver less: then there are two statements."""
    await remember(world.database)
    id = world.services.sealer.seal(Kind.THREAD, TALKATIVE)
    await make_schema(True, execution="compiled").prepare([MESSAGES])
    assert await statements(world, MESSAGES, "compiled", id=id, first=count) == 1
    assert await statements(world, MESSAGES, "core", id=id, first=count) == 2

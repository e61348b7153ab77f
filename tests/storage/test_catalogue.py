"""The catalogues of both databases, against one table written by hand."""

import re
import traceback
from uuid import uuid4

import pytest
from tortoise.exceptions import IntegrityError
from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.operations import AlterModelOptions

from models.db.database import Database
from models.db.migrate import APP, APPS
from tests.storage.catalogue import columns, rules

EXPECTED = """
appeals action_id -> moderation_actions
appeals answered_by_id -> users
appeals check answer, state
appeals index appealed_at, action_id
appeals index state, appealed_at, action_id
appeals index user_id, appealed_at
appeals unique action_id
appeals user_id -> users
attempt_marks unique mark
blocks blocked_id -> users
blocks blocker_id -> users
blocks check blocked_id, blocker_id
blocks index blocker_id, created_at, id
blocks index until where until
blocks unique blocker_id, blocked_id
client_keys unique user_id, key
client_keys user_id -> users
contact_codes check used, uses
contact_codes unique user_id, digest
contact_codes user_id -> users
filter_words unique user_id
filter_words user_id -> users
follows check followee_id, follower_id
follows followee_id -> users
follows follower_id -> users
follows index followee_id, follower_id
follows unique follower_id, followee_id
memberships check folder
memberships check folder, opened_at
memberships check last_message_id, last_message_text
memberships check unaccepted
memberships check unread
memberships index user_id, activity_at, thread_id where folder 1 2 blocked
memberships index user_id, activity_at, thread_id where folder 3 4 blocked
memberships index user_id, activity_at, thread_id, muted, muted_until where folder 1 2 blocked unread 0 marked_unread
memberships index user_id, folder, activity_at, thread_id, arrived_seq where opened_at blocked
memberships index user_id, undo_seq where undo_seq
memberships peer_id -> users
memberships thread_id -> threads
memberships unique thread_id, user_id
memberships unique user_id, peer_id
memberships user_id -> users
messages unique thread_id, seq
moderation_actions actor_id -> users
moderation_actions index user_id, id
moderation_actions report_id -> reports
moderation_actions user_id -> users
quotas check pairs
quotas unique user_id, day
quotas user_id -> users
report_evidence index sender_id
report_evidence unique report_id, message_id
report_filings index report_id, id
reports check closes_at, user_id
reports claimed_by_id -> users
reports index closes_at, reporter_id where user_id status 0
reports index created_at, id
reports index reporter_id, id
reports index status, created_at, id
reports index user_id, created_at, id
reports reporter_id -> users
reports unique reporter_id, subject_kind, subject_id where status 2
reports user_id -> users
sealing_secrets unique seals_from
stream_starts unique user_id, name
stream_starts user_id -> users
stream_tickets index user_id, id
stream_tickets unique digest
stream_tickets user_id -> users
threads check high_id, low_id
threads high_id -> users
threads index requester_id, id where requester_id
threads low_id -> users
threads requester_id -> users
threads unique low_id, high_id
user_events unique user_id, seq
user_looks index look, user_id
user_looks unique user_id, look
user_looks user_id -> users
user_names index start, user_id
user_names unique user_id, start
user_names user_id -> users
user_streams user_id -> users
users index erased_at where erased_at
users index paused_until where paused_until paused_count
users index revocation where revocation
users index username_folded, id
users unique host_id
users unique username_key
waiting_pushes index due_at, user_id
waiting_pushes index lease where lease
warnings index user_id, id
warnings user_id -> users
"""

PEOPLE = """INSERT INTO users (id, host_id, display_name, account_created_at)
    VALUES (1, 'a', 'A', 0), (2, 'b', 'B', 0), (3, 'c', 'C', 0)"""
THREAD = "INSERT INTO threads (id, low_id, high_id, created_at) VALUES (1, 1, 2, 0)"
MEMBERSHIP = """INSERT INTO memberships (thread_id, user_id, peer_id, started, activity_at, folder, opened_at, unread,
    unaccepted) VALUES (1, 1, 2, FALSE, 0, {}, {}, {}, {})"""
QUOTA = "INSERT INTO quotas (user_id, day, pairs) VALUES (1, '2024-01-01', {})"
REPORT = """INSERT INTO reports (reporter_id, user_id, subject_kind, subject_id, status, created_at, username,
    display_name) VALUES (1, 2, 0, 2, {}, 0, 'b', 'B')"""


async def test_keys_checks_and_indexes_are_those_that_are_meant(database: Database) -> None:
    assert await rules(database) == EXPECTED.strip().splitlines()


async def test_columns_are_those_of_the_models(database: Database) -> None:
    assert database.context.apps
    models = database.context.apps[APP].values()
    meant = {
        f"{model._meta.db_table}.{column}{'' if model._meta.fields_map[name].null else ' not null'}"
        for model in models
        for name, column in model._meta.fields_db_projection.items()
    }
    assert await columns(database) == meant


async def test_the_migrations_lead_to_the_models(database: Database) -> None:
    assert database.context.apps
    changes = await MigrationAutodetector(database.context.apps, APPS).changes()
    # A model's docstring is one of its options; its keys and indexes are in the catalogue.
    found = [
        change
        for writer in changes
        for change in writer.operations
        if not isinstance(change, AlterModelOptions)
    ]
    assert found == []


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO follows (follower_id, followee_id, created_at) VALUES (1, 1, 0)",
        "INSERT INTO blocks (blocker_id, blocked_id, created_at) VALUES (1, 1, 0)",
        "INSERT INTO threads (low_id, high_id, created_at) VALUES (3, 2, 0)",
        "INSERT INTO threads (low_id, high_id, created_at) VALUES (3, 3, 0)",
        MEMBERSHIP.format(-1, "NULL", 0, 0),
        MEMBERSHIP.format(5, "NULL", 0, 0),
        MEMBERSHIP.format(1, "NULL", 0, 0),
        *(MEMBERSHIP.format(folder, 0, 0, 0) for folder in (2, 3, 4)),
        MEMBERSHIP.format(2, "NULL", -1, 0),
        MEMBERSHIP.format(2, "NULL", 0, -1),
        MEMBERSHIP.format(2, "NULL", 0, 4),
        QUOTA.format(-1),
    ],
)
async def test_a_check_refuses(database: Database, statement: str) -> None:
    await _prepare(database)
    with pytest.raises(IntegrityError, match=re.compile("check constraint", re.IGNORECASE)):
        await database.execute(statement, ())


async def test_what_is_refused_is_not_quoted(database: Database) -> None:
    """An error goes to the log whole, and a row may hold a text."""
    text = str(uuid4())
    with pytest.raises(IntegrityError) as refused:
        await database.execute("INSERT INTO messages (text) VALUES ($1)", (text,))
    assert text not in "".join(traceback.format_exception(refused.value))


@pytest.mark.parametrize(
    "statement",
    [
        MEMBERSHIP.format(0, "NULL", 0, 0),
        MEMBERSHIP.format(0, 0, 0, 3),
        MEMBERSHIP.format(1, 0, 0, 0),
        MEMBERSHIP.format(4, "NULL", 1, 0),
        QUOTA.format(0),
    ],
)
async def test_a_check_lets_its_edges_pass(database: Database, statement: str) -> None:
    await _prepare(database)
    assert await database.execute(statement, ()) == 1


async def test_a_foreign_key_is_enforced(database: Database) -> None:
    with pytest.raises(IntegrityError, match=re.compile("foreign key", re.IGNORECASE)):
        await database.execute(THREAD, ())


async def test_only_a_resolved_report_leaves_room_for_another(database: Database) -> None:
    await _prepare(database)
    for status in (2, 2, 1):
        await database.execute(REPORT.format(status), ())
    with pytest.raises(IntegrityError, match=re.compile("unique", re.IGNORECASE)):
        await database.execute(REPORT.format(0), ())


@pytest.mark.shows("8.31")
@pytest.mark.parametrize(
    "change", ["UPDATE moderation_actions SET action = 1", "DELETE FROM moderation_actions"]
)
async def test_a_line_of_the_audit_log_neither_changes_nor_goes(database: Database, change: str) -> None:
    await _prepare(database)
    await database.execute(
        "INSERT INTO moderation_actions (actor_id, user_id, action, at) VALUES (1, 2, 0, 0)", ()
    )
    with pytest.raises(IntegrityError, match="append-only"):
        await database.execute(change, ())
    assert len(await database.fetch("SELECT 1 FROM moderation_actions", ())) == 1


async def _prepare(database: Database) -> None:
    await database.execute(PEOPLE, ())
    await database.execute(THREAD, ())

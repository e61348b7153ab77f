"""The data set in Doorstep's tables; benchmarks/peers/dataset.sql has the same in the peers'.

Run by the checkout that is measured: `dataset.py URL BEGAN MANIFEST`. The manifest has what only that checkout knows:
sealed ids, and the variables that raise its limits.
"""

import asyncio
import json
import sys
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from models.db.connection import Limits
from models.db.database import Database
from models.installation import read_secrets
from models.requests import AS_SHOWN
from resolvers.provisioning import store_users
from rules.events import EventKind
from rules.policy import Audience, Policy
from rules.provisioning import BATCH, HostUser
from rules.requests import Folder
from schema.types.ids import Kind, Sealer
from server.contexts import make_services
from server.policy import names_of
from server.rates import Rates

USERS, OPEN, PENDING = 2_000, 15, 20
"""Each user has 15 open threads with the next ones, so 30, and 20 requests."""
SIZE, LONG_SIZE = 20, 60
"""Messages of an open thread; the first of each user is a long one."""
FILLING = "lorem ipsum dolor " * 5
MINUTE = "CAST(60000000 AS BIGINT)"
PATIENT = Limits(*(600 for _ in fields(Limits)))


def _numbers(name: str, first: int, last: int | str) -> str:
    return f"{name}(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM {name} WHERE n < {last})"


_PAIRS = f"""{_numbers("i", 1, "{users}")}, {_numbers("d", 1, PENDING)}, {_numbers("k", 1, LONG_SIZE)}, pairs AS (
        SELECT (i.n - 1) * {OPEN} + d.n AS id, i.n AS a, (i.n + d.n - 1) % {{users}} + 1 AS b, TRUE AS is_open,
            CASE WHEN d.n = 1 THEN {LONG_SIZE} ELSE {SIZE} END AS size
        FROM i JOIN d ON d.n <= {OPEN}
        UNION ALL
        SELECT {{users}} * {OPEN} + (i.n - 1) * {PENDING} + d.n, (i.n + d.n + 98) % {{users}} + 1, i.n, FALSE,
            1 + ((i.n + d.n + 98) % {{users}} + 1 + i.n) % 3
        FROM i CROSS JOIN d
    )"""
"""All threads: `a` began the pending ones; in the open ones `b` and `a` write in turn."""

_THREADS = f"""WITH RECURSIVE {_PAIRS}
    INSERT INTO threads (id, low_id, high_id, opened_at, last_seq, created_at, requester_id)
    SELECT id, CASE WHEN a < b THEN a ELSE b END, CASE WHEN a < b THEN b ELSE a END,
        CASE WHEN is_open THEN {{began}} + {MINUTE} END, size, {{began}} + {MINUTE}, CASE WHEN NOT is_open THEN a END
    FROM pairs ORDER BY id"""

_MESSAGES = f"""WITH RECURSIVE {_PAIRS}
    INSERT INTO messages (id, thread_id, seq, sender_id, text, sent_at)
    SELECT ROW_NUMBER() OVER (ORDER BY k.n, p.id), p.id, k.n, CASE WHEN is_open AND k.n % 2 = 1 THEN b ELSE a END,
        'message ' || k.n || ' of thread ' || p.id || ': ' || substr('{FILLING}', 1, 18 * (1 + p.id % 5)),
        {{began}} + k.n * {MINUTE}
    FROM pairs p JOIN k ON k.n <= p.size"""

_SIDES = """sides AS (
        SELECT id AS thread_id, low_id AS user_id, high_id AS peer_id, opened_at, requester_id, last_seq FROM threads
        UNION ALL SELECT id, high_id, low_id, opened_at, requester_id, last_seq FROM threads
    )"""

_EVENTS = f"""WITH {_SIDES}
    INSERT INTO user_events (user_id, seq, kind, at, thread_id, message_id)
    SELECT s.user_id, ROW_NUMBER() OVER (PARTITION BY s.user_id ORDER BY x.id),
        CASE WHEN x.sender_id = s.user_id THEN {EventKind.MESSAGE_SENT:d}
            WHEN s.opened_at IS NOT NULL THEN {EventKind.MESSAGE_ADDED:d}
            WHEN x.seq = 1 THEN {EventKind.REQUEST_RECEIVED:d} ELSE {EventKind.REQUEST_UPDATED:d} END,
        x.sent_at, x.thread_id, x.id
    FROM sides s JOIN messages x ON x.thread_id = s.thread_id"""

_STREAMS = """UPDATE user_streams SET last_seq =
    COALESCE((SELECT MAX(e.seq) FROM user_events e WHERE e.user_id = user_streams.user_id), 0)"""

_IS_MINE = "s.user_id = s.requester_id"
_UNREAD = "CASE WHEN s.thread_id % 4 < s.last_seq THEN s.thread_id % 4 ELSE s.last_seq END"
_MEMBERSHIPS = f"""WITH {_SIDES}, arrivals AS (
        SELECT user_id, thread_id, MAX(seq) AS seq FROM user_events
        WHERE kind <> {EventKind.MESSAGE_SENT:d} GROUP BY user_id, thread_id
    )
    INSERT INTO memberships (thread_id, user_id, peer_id, folder, opened_at, unaccepted, started, activity_at, read_seq,
        arrived_seq)
    SELECT s.thread_id, s.user_id, s.peer_id, CASE WHEN s.opened_at IS NOT NULL THEN {Folder.INBOX:d}
            WHEN {_IS_MINE} THEN {Folder.SENT:d} ELSE {Folder.REQUESTS:d} END,
        s.opened_at, CASE WHEN {_IS_MINE} THEN s.last_seq ELSE 0 END, FALSE, {{began}} + s.last_seq * {MINUTE},
        s.last_seq - CASE WHEN s.opened_at IS NOT NULL THEN 2 * (s.thread_id % 4)
            WHEN {_IS_MINE} THEN 0 ELSE {_UNREAD} END,
        COALESCE(r.seq, 0)
    FROM sides s LEFT JOIN arrivals r ON r.user_id = s.user_id AND r.thread_id = s.thread_id ORDER BY s.thread_id"""
"""The other figures of a side are recounted by the models' own statement."""


async def fill(database: Database, began: int, users: int = USERS) -> None:
    """Users as a host app stores them, 300 at least, then all else from the messages; `began` in microseconds."""
    await _users(database, users)
    for statement in (_THREADS, _MESSAGES, _EVENTS, _STREAMS, _MEMBERSHIPS):
        await database.execute(statement.format(began=f"CAST({began} AS BIGINT)", users=users), ())
    await database.execute(f"UPDATE memberships AS m SET {AS_SHOWN}", ())
    for statement in _finish(database.dialect):
        await database.execute(statement, ())


async def _users(database: Database, count: int) -> None:
    """Keys are the numbers of the names; all of them take requests from everybody."""
    services = await make_services(database, Policy())
    users = [_user(number) for number in range(1, count + 1)]
    for start in range(0, count, BATCH):
        some = users[start : start + BATCH]
        assert (await store_users(services, some)).outcome == len(some)
    wrong = await database.fetch("SELECT id FROM users WHERE username <> 'user' || id", ())
    assert not wrong, "users have keys in the order in which they were stored"
    await database.execute(f"UPDATE users SET audience = {Audience.EVERYONE:d}", ())


def subject(number: int) -> str:
    """Of one width, since users are stored in the order of their subjects."""
    return f"{number:04}"


def _user(number: int) -> HostUser:
    return HostUser(
        subject=subject(number),
        username=f"user{number}",
        display_name=f"User Number {number}",
        avatar_url=f"https://cdn.example/avatars/{number}.webp",
        is_verified=number % 50 == 0,
        birth_date=datetime(1990, 1, 1, tzinfo=UTC).date(),
        phone_verified=True,
        created_at=datetime(2024, 1, 1, tzinfo=UTC),
    )


def _finish(dialect: str) -> Iterator[str]:
    if dialect == "sqlite":
        yield "ANALYZE"
        return
    for table in ("threads", "messages"):
        yield f"SELECT setval('{table}_id_seq', (SELECT MAX(id) FROM {table}))"
    yield "VACUUM ANALYZE"


async def manifest(database: Database) -> dict[str, Any]:
    """Sealed ids by kind in the order of keys, and the environment."""
    sealer = Sealer(*await read_secrets(database, datetime.now(UTC)))
    raised: dict[str, float] = {name: 10**9 for name, field in names_of(Rates).items() if field != "cost"}
    policy = {"BUCKET_SIZE": 10**6, "BUCKET_REFILL": 0.001, "NEW_PAIRS_A_DAY": 10**6}
    raised |= {f"DOORSTEP_POLICY_{name}": value for name, value in policy.items()}
    return {
        "users": [sealer.seal(Kind.USER, key) for key in range(1, USERS + 1)],
        "threads": [sealer.seal(Kind.THREAD, key) for key in range(1, USERS * OPEN + 1)],
        "environment": {name: str(value) for name, value in raised.items()},
    }


async def main(url: str, began: int) -> dict[str, Any]:
    """Fills a new database, and gives the manifest."""
    database = await Database.open(url, limits=PATIENT)
    try:
        await fill(database, began)
        return await manifest(database)
    finally:
        await database.close()


if __name__ == "__main__":
    made = asyncio.run(main(sys.argv[1], int(sys.argv[2])))
    Path(sys.argv[3]).write_text(json.dumps(made), encoding="utf-8")

"""Users with long lists, written by a few statements that both databases run."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.db.database import Database
from models.messages import LAST_COLUMNS
from rules.requests import Folder

SECOND = 1_000_000
NOW = 1_790_000_000 * SECOND
ARCHIVED_BEFORE = NOW - 90 * 24 * 3600 * SECOND
USERS, BESIDE, FOLLOWED = 72_000, 20_000, 2_000
TEXT = "Hello, is this still there?"
MESSAGES = 2
"""In each thread, all messages of the user who began it."""


@dataclass(frozen=True, slots=True)
class History:
    """Threads of one user, each with another peer; the last has the newest activity.

    `begins` is the first key of its peers and of its threads.
    """

    viewer: int
    begins: int
    count: int
    mine: Folder
    theirs: Folder
    until: int = NOW

    @property
    def is_mine(self) -> bool:
        """Whether the viewer began them; of open threads the peers did."""
        return self.mine == Folder.SENT


TALK, TALKED = 19_500, 10_000
"""A thread of the viewer with 10,000 threads, and the number of its messages."""

SHORT, LONG, VERY_LONG, ASKED, KNOWN = 1, 2, 3, 4, 5
"""Viewers with 10, 1,000 and 10,000 open threads; with 10,000 of each kind of request; and with 10,000 of known ones.

KNOWN follows FRIENDS users, each of whom follows EACH of the 10,000 senders.
"""
FRIENDS, EACH = 600, 400

HISTORIES = (
    History(SHORT, 100, 10, Folder.INBOX, Folder.INBOX),
    History(LONG, 1_000, 1_000, Folder.INBOX, Folder.INBOX),
    History(VERY_LONG, 10_000, 10_000, Folder.INBOX, Folder.INBOX),
    History(ASKED, 20_000, 10_000, Folder.REQUESTS, Folder.SENT),
    History(ASKED, 30_000, 10_000, Folder.HIDDEN, Folder.SENT),
    History(ASKED, 40_000, 10_000, Folder.SENT, Folder.REQUESTS),
    History(ASKED, 50_000, 10_000, Folder.REQUESTS, Folder.SENT, until=ARCHIVED_BEFORE - 1),
    History(KNOWN, 60_000, 10_000, Folder.REQUESTS, Folder.SENT),
)


async def fill(database: Database) -> None:
    """Everybody, the histories, and threads of the others."""
    histories = (text for one in HISTORIES for text in _threads(one))
    for statement in (*_users(), *histories, *_talk(), *_beside()):
        await database.execute(statement, ())
    await database.execute("ANALYZE" if database.dialect == "sqlite" else "VACUUM ANALYZE", ())


def _numbers(first: int, count: int) -> str:
    last = first + count - 1
    return f"WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {last}) SELECT"


def _users() -> Iterator[str]:
    numbers = _numbers(1, USERS)
    yield f"""INSERT INTO users (id, host_id, username, username_key, display_name, account_created_at, birth_date,
            phone_verified, username_folded, display_name_folded, found_by)
        {numbers} i, 'host-' || i, 'user' || i, 'user' || i, 'User Number ' || i, 0, '1990-01-01', TRUE, 'user' || i,
            'user number ' || i, '\nuser' || i || '\nuser number ' || i || '\nnumber ' || i || '\n' || i FROM n"""
    yield f"INSERT INTO user_streams (user_id) {numbers} i FROM n"
    for start in ("'user number ' || i", "'number ' || i", "CAST(i AS TEXT)"):
        yield f"INSERT INTO user_names (user_id, start) {numbers} i, {start} FROM n"
    yield f"INSERT INTO user_looks (user_id, look) {numbers} i, 'user' || i FROM n"
    # So many share a name; VERY_LONG does not know them.
    yield f"INSERT INTO user_looks (user_id, look) {_numbers(20_000, 10_000)} i, 'john' FROM n"
    yield f"""INSERT INTO follows (follower_id, followee_id, created_at)
        {_numbers(20_000, FOLLOWED)} {ASKED}, i, 0 FROM n"""
    yield f"""INSERT INTO follows (follower_id, followee_id, created_at)
        {_numbers(20_000, 20_000)} i, i + 3, 0 FROM n"""
    yield f"""INSERT INTO follows (follower_id, followee_id, created_at)
        {_numbers(10_000, FRIENDS)} {KNOWN}, i, 0 FROM n"""
    place = f"i / {EACH} * 7 + i % {EACH} * {10_000 // EACH}"
    yield f"""INSERT INTO follows (follower_id, followee_id, created_at)
        {_numbers(0, FRIENDS * EACH)} 10000 + i / {EACH}, 60000 + ({place}) % 10000, 0 FROM n"""
    for apart in range(4, 14):
        yield f"""INSERT INTO follows (follower_id, followee_id, created_at)
            {_numbers(20_000, 10_000)} i, i + {apart}, 0 FROM n"""


def _threads(one: History) -> Iterator[str]:
    numbers, is_open = _numbers(one.begins, one.count), one.mine == Folder.INBOX
    at = f"CAST({one.until} AS BIGINT) - CAST({one.begins + one.count} - i AS BIGINT) * {SECOND}"
    opened = f"{at}" if is_open else "NULL"
    requester = f"{one.viewer}" if one.is_mine else "i"
    yield f"""INSERT INTO threads (id, low_id, high_id, opened_at, last_seq, created_at, requester_id)
        {numbers} i, {one.viewer}, i, {opened}, {MESSAGES}, {at}, {requester} FROM n"""
    for seq in range(1, MESSAGES + 1):
        yield f"""INSERT INTO messages (id, thread_id, seq, sender_id, text, sent_at)
            {numbers} i * {MESSAGES} + {seq}, i, {seq}, {requester}, '{TEXT}', {at} FROM n"""
    for user, peer, folder in ((f"{one.viewer}", "i", one.mine), ("i", f"{one.viewer}", one.theirs)):
        unaccepted = MESSAGES if user == requester else 0
        unread = "0" if folder == Folder.SENT else "i % 10"
        blocked = "i % 50 = 0" if user != "i" else "FALSE"
        yield f"""INSERT INTO memberships (thread_id, user_id, peer_id, folder, opened_at, blocked, unaccepted, started,
                activity_at, unread, {LAST_COLUMNS})
            {numbers} i, {user}, {peer}, {folder:d}, {opened}, {blocked}, {unaccepted}, {user} = {requester}, {at},
                {unread}, i * {MESSAGES} + {MESSAGES}, {MESSAGES}, {requester}, '{TEXT}', {at}, FALSE FROM n"""
    yield f"""INSERT INTO blocks (blocker_id, blocked_id, created_at)
        {numbers} {one.viewer}, i, 0 FROM n WHERE i % 50 = 0"""


def _talk() -> Iterator[str]:
    yield f"""INSERT INTO messages (id, thread_id, seq, sender_id, text, sent_at)
        {_numbers(MESSAGES + 1, TALKED - MESSAGES)} 1000000 + i, {TALK}, i, {TALK}, '{TEXT}', i FROM n"""
    yield f"UPDATE threads SET last_seq = {TALKED} WHERE id = {TALK}"
    yield f"""UPDATE memberships SET last_message_id = 1000000 + {TALKED}, last_message_seq = {TALKED}
        WHERE thread_id = {TALK}"""


def _beside() -> Iterator[str]:
    """A few threads of each of the others: so the planner expects few of anybody."""
    numbers = _numbers(100_000, BESIDE)
    one, other = "i - 90000", "i - 89999"
    yield f"""INSERT INTO threads (id, low_id, high_id, opened_at, last_seq, created_at)
        {numbers} i, {one}, {other}, i, 0, i FROM n"""
    for user, peer in ((one, other), (other, one)):
        yield f"""INSERT INTO memberships (thread_id, user_id, peer_id, folder, opened_at, started, activity_at)
            {numbers} i, {user}, {peer}, 1, i, TRUE, i FROM n"""

"""The filters that a user chooses for requests: filter words, classes of senders, quiet time."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise import fields

from models.db.connection import Connection
from models.db.fields import Keyed, reference
from models.db.statements import Page
from models.messages import VISIBLE
from models.threads import NOT_BLOCKED
from models.users import User, change_user
from rules.eligibility import micros
from rules.filtering.choices import FilterEntry, stored_form
from rules.filtering.reasons import HiddenReason
from rules.requests import Folder


class FilterWords(Keyed):
    """One row a user, so that a send reads them with its other facts.

    `words` is a JSON list, for the user; `needles` is what a send looks for, a line each.
    `entries`: words with an end or for names, as `entries_of` reads them; null for none.
    """

    user: fields.ForeignKeyRelation[User] = reference("User")
    words = fields.TextField()
    needles = fields.TextField()
    entries = fields.TextField(null=True)

    class Meta:
        table = "filter_words"
        unique_together = (("user_id",),)


async def set_filter_words(
    db: Connection, user_id: int, words: Sequence[FilterEntry], entries: Sequence[FilterEntry] | None
) -> None:
    """Of the user's one row; entries that are None stay."""
    row = FilterWords(
        user_id=user_id,
        words=json.dumps([one.word for one in words], ensure_ascii=False),
        needles="\n".join(dict.fromkeys(one.needle for one in words)),
        entries=stored_form(entries or ()),
    )
    changed = ["words", "needles"] if entries is None else ["words", "needles", "entries"]
    await FilterWords.bulk_create([row], on_conflict=["user_id"], update_fields=changed, using_db=db.orm)


@dataclass(frozen=True, slots=True)
class PauseRow:
    """A quiet time; `count`: the requests that it hid, None until its end is told."""

    since: datetime
    until: datetime
    count: int | None


async def get_pause(db: Connection, user_id: int) -> PauseRow | None:
    """The last one, if there was one; over or not."""
    user = await User.get(id=user_id, using_db=db.orm)
    if user.paused_at is None or user.paused_until is None:
        return None
    return PauseRow(user.paused_at, user.paused_until, user.paused_count)


async def set_pause(db: Connection, user_id: int, pause: PauseRow) -> None:
    """Replaces the last one."""
    await change_user(db, user_id, paused_at=pause.since, paused_until=pause.until, paused_count=pause.count)


_SEEN = f"messages x WHERE x.thread_id = m.thread_id AND {VISIBLE}"
_HIDDEN_SINCE = Page(
    int,
    f"""SELECT COUNT(*) FROM memberships m WHERE m.user_id = $1 AND m.folder = {Folder.HIDDEN:d}
        AND m.opened_at IS NULL AND {NOT_BLOCKED} AND m.activity_at >= $2
        AND m.hidden_reasons & {HiddenReason.PAUSED:d} <> 0
        AND NOT EXISTS (SELECT 1 FROM {_SEEN} AND x.sent_at < $2
            AND x.sent_at >= (SELECT MIN(x.sent_at) FROM {_SEEN} AND x.sent_at >= $2) - CAST($3 AS BIGINT))""",
)
"""Arguments: the user, the beginning of the pause, microseconds until the archive. One range of the index of requests.

Without those that an earlier quiet time hid and that only got a message in this one, unless it came from the archive.
"""


async def count_paused(db: Connection, user_id: int, since: datetime, archive_after: timedelta) -> int:
    """The requests in Hidden that quiet time put there since then."""
    [count] = await _HIDDEN_SINCE.all(db, user_id, since, micros(archive_after))
    return count


async def next_pause_end(db: Connection) -> datetime | None:
    """When the next quiet time will be over; in the past if it is over and its end is not told yet."""
    found = User.all(db.orm).filter(paused_until__not_isnull=True, paused_count=None, is_active=True)
    user = await found.order_by("paused_until").first()
    return user.paused_until if user else None


MOST_PAUSES = 500


async def ended_pauses(db: Connection, now: datetime) -> list[int]:
    """Users whose quiet time is over by the clock and not told yet, the longest over first; so many at most."""
    found = User.all(db.orm).filter(paused_until__lte=now, paused_count=None, is_active=True)
    return [user.id for user in await found.order_by("paused_until").limit(MOST_PAUSES).only("id")]

"""Users: the host app's facts about them, their own settings, and the row that their writers lock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from msgspec import Struct
from tortoise import fields
from tortoise.models import Model

from models.db.connection import Connection
from models.db.fields import EPOCH, DayField, FoldedField, Keyed, MomentField, reference
from models.db.statements import Page, Write
from models.db.tables import Shape, Table
from models.scope import VIEWER, Beside, beside_viewer, from_viewer
from rules.eligibility import Account, Birth
from rules.problems import ReportReason
from rules.search import fold_name, word_starts
from rules.text import ERASED_NAME, ERASED_USERNAME


class UserStream(Model):
    """The counter of the user's events; `epoch` changes when the log is restored from a backup.

    `fence` counts what may change how a message lands. `bucket_at` is when the bucket of sends will be
    full again. Requests that arrived up to the event `requests_seen` are seen.
    """

    user: fields.OneToOneRelation["User"] = fields.OneToOneField(
        "models.User", related_name=False, on_delete=fields.NO_ACTION, primary_key=True
    )
    last_seq = fields.BigIntField(default=0)
    epoch = fields.SmallIntField(default=1)
    fence = fields.BigIntField(default=0)
    bucket_at = MomentField(default=EPOCH)
    requests_seen = fields.BigIntField(default=0)

    class Meta:
        table = "user_streams"


class User(Keyed):
    """An account. An erased one keeps its row, without username.

    `age_share`, drawn for each user that is made, is its share of the receiving age's delay; a user without one
    waits all of it. `names_changed_at`: when the host last changed username or display name. `username_key` is one
    for all usernames that are the same. `revocation` is the number of the
    revocation that set `tokens_valid_from`. `paused_…` is the last quiet time; `paused_count`, the requests that it
    hid, is null until its end is told. `restriction_action_id`: the line of
    the audit log that restricted the user.
    """

    host_id = fields.TextField()
    username = fields.TextField(null=True)
    display_name = fields.TextField()
    avatar_url = fields.TextField(null=True)
    is_verified = fields.BooleanField(default=False)
    birth_date = DayField(null=True)
    region = fields.TextField(null=True)
    phone_verified = fields.BooleanField(default=False)
    is_active = fields.BooleanField(default=True)
    erased_at = MomentField(null=True)
    account_created_at = MomentField()
    names_changed_at = MomentField(null=True)
    audience = fields.SmallIntField(null=True)
    read_receipts = fields.BooleanField(default=False)
    request_policy = fields.SmallIntField(default=0)
    paused_at = MomentField(null=True)
    paused_until = MomentField(null=True)
    paused_count = fields.IntField(null=True)
    restricted_until = MomentField(null=True)
    restriction_reason = fields.SmallIntField(null=True)
    restriction_action_id = fields.BigIntField(null=True)
    age_share = fields.FloatField(default=1.0)
    username_key = fields.TextField(null=True)
    username_folded = FoldedField(default="")
    display_name_folded = FoldedField(default="")
    found_by = FoldedField(default="")
    tokens_valid_from = MomentField(null=True)
    revocation = fields.BigIntField(null=True)

    class Meta:
        table = "users"
        unique_together = (("host_id",), ("username_key",))

    @property
    def account(self) -> Account:
        """The user's own facts, as rules read them."""
        reason = None if self.restriction_reason is None else ReportReason(self.restriction_reason)
        birth = Birth(self.birth_date, self.region)
        return Account(birth, self.phone_verified, self.account_created_at, reason, self.restricted_until)


def folded_names(username: str | None, display_name: str) -> tuple[str, str, str]:
    """`username_folded`, `display_name_folded` and `found_by`; SQL that writes names must write these too.

    `found_by` has the beginnings by which a known user is found, each after a line feed.
    """
    folded, starts = fold_name(username or ""), word_starts(display_name)
    beginnings = filter(None, [folded, *starts])
    return folded, starts[0] if starts else "", "".join(f"\n{beginning}" for beginning in beginnings)


class UserName(Keyed):
    """The folded display name from one of its words on; an erased user has none.

    The search finds strangers in the order of these.
    """

    user: fields.ForeignKeyRelation[Model] = reference("User")
    start = FoldedField()

    class Meta:
        table = "user_names"
        unique_together = (("user_id", "start"),)


class UserLook(Keyed):
    """One spelling for all names that look like one of the user's; an erased user has none.

    SQL that writes names must write these rows too.
    """

    user: fields.ForeignKeyRelation[Model] = reference("User")
    look = FoldedField()

    class Meta:
        table = "user_looks"
        unique_together = (("user_id", "look"),)


class UserRow(Struct, frozen=True, gc=False):
    """A profile as it is shown; an erased user has the username of all of them."""

    id: int
    username: str
    display_name: str
    avatar_url: str | None
    is_verified: bool

    @classmethod
    def of_key(cls, key: int) -> Self:
        """For an answer that shows the key alone."""
        return cls(key, "", "", None, False)

    @classmethod
    def of_keys(cls, keys: Sequence[int]) -> "Table[UserRow]":
        """As `of_key`, of many."""
        texts, count = ("",) * len(keys), len(keys)
        return Table(_ROW, [keys, texts, texts, (None,) * count, (False,) * count])

    @classmethod
    def of(cls, user: User) -> Self:
        """The part of a user that others may see."""
        username = user.username or ERASED_USERNAME
        return cls(user.id, username, user.display_name, user.avatar_url, user.is_verified)


_ROW = Shape(UserRow)


def _profile(user: str) -> str:
    columns = ", ".join(f"{user}.{name}" for name in UserRow.__struct_fields__)
    return columns.replace(f"{user}.username", f"COALESCE({user}.username, '{ERASED_USERNAME}') AS username")


USER, OWN_USER = _profile("p"), _profile("v")
"""The columns of a UserRow: of the joined user, and of the viewer in a statement that starts from it."""


def starts_so(name: str, first: str, end: str) -> str:
    """Whether a folded name is at or after `first`, the typed text, and before `end`."""
    return f"({name} >= {first} AND {name} < {end})"


FEW = 5_000
"""Up to so many users of a name are put into a hash table, which costs less than a look at each peer or friend."""


def is_found(key: str, first: str, end: str, more: str = "") -> str:
    """Whether the user of this key is named so, for a list that may be long; `more` adds keys to those of the name.

    In a CASE, which PostgreSQL does not turn into a join: it would read all users, or look for the name's one by one.
    """
    begins = f"REPLACE(p.found_by, '\n' || CAST({first} AS TEXT), '') <> p.found_by"
    named = f"""SELECT n.user_id FROM user_names n WHERE {starts_so("n.start", first, end)}
        UNION ALL SELECT w.id FROM users w WHERE {starts_so("w.username_folded", first, end)} {more}"""
    return f"""CASE WHEN (SELECT COUNT(*) FROM (SELECT 1 FROM ({named}) named LIMIT {FEW}) few) < {FEW}
        THEN {key} IN ({named})
        ELSE EXISTS (SELECT 1 FROM users p WHERE p.id = {key} AND {begins}) END"""


def names_erased(first: str) -> bool:
    """Whether the folded text begins the name of an erased user, who has no row of names."""
    *_, found_by = folded_names(None, ERASED_NAME)
    return f"\n{first}" in found_by


async def is_known(db: Connection, user_id: int) -> bool:
    """True for an erased user too."""
    return await User.all(db.orm).filter(id=user_id).exists()


async def get_account(db: Connection, user_id: int) -> Account | None:
    """The facts that may refuse any act of the user."""
    user = await User.get_or_none(id=user_id, using_db=db.orm)
    return user.account if user else None


async def change_user(db: Connection, user_id: int, **columns: Any) -> None:
    """Sets columns of the user's row."""
    await User.all(db.orm).filter(id=user_id).update(**columns)


@dataclass(frozen=True, slots=True)
class Restriction:
    """Reason None: none; until None: without end. `action_id`: the line of the audit log that says who decided."""

    reason: ReportReason | None = None
    until: datetime | None = None
    action_id: int | None = None


LIFTED = Restriction()


async def restrict(db: Connection, user_id: int, restriction: Restriction) -> None:
    """Replaces an earlier one; sends that were decided before are decided again."""
    await change_user(
        db,
        user_id,
        restriction_reason=restriction.reason,
        restricted_until=restriction.until,
        restriction_action_id=restriction.action_id,
    )
    await MOVE_FENCES.run(db, [user_id])


MOVE_FENCES = Write("UPDATE user_streams SET fence = fence + 1 WHERE user_id = ANY($1)")
"""Sends that were decided before are decided again; of two users one fence is enough."""

USER_BY_NAME = Page(Beside[UserRow], from_viewer(USER, "LEFT JOIN users p ON p.username_key = $2"))
"""Arguments: viewer, the key of a username."""

USERS = Page(UserRow, f"SELECT {USER} FROM users v CROSS JOIN users p {VIEWER} AND p.id = ANY($2)")

USER_NODES = beside_viewer(UserRow, f"SELECT {USER} FROM users p WHERE p.id = ANY($2)")

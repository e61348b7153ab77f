"""Contact codes: the digests of the codes that a user has given away, and how many uses each has left."""

from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.expressions import F, Q
from tortoise.models import Model

from models.db.connection import Connection, Transaction
from models.db.fields import MomentField, reference
from models.event_log import NOBODY, told_last
from models.scope import beside_viewer
from models.users import User, UserStream
from rules.contact_codes import ContactCode as Code
from rules.events import EventKind


class ContactCode(Model):
    """`digest` is of the code, which is stored nowhere. A revoked one has no row."""

    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = reference("User")
    digest = fields.TextField()
    label = fields.TextField()
    uses = fields.IntField()
    used = fields.IntField(default=0)
    created_at = MomentField()
    expires_at = MomentField(null=True)

    class Meta:
        table = "contact_codes"
        unique_together = (("user_id", "digest"),)

    def is_good(self, now: datetime) -> bool:
        """As the rule has it."""
        return Code(self.uses, self.used, self.expires_at).is_good(now)


@dataclass(frozen=True, slots=True)
class ContactCodeRow(Code):
    """A code as its user sees it."""

    id: int
    label: str
    created_at: datetime


_CODE = "c.uses, c.used, c.expires_at, c.id, c.label, c.created_at"

CONTACT_CODES = beside_viewer(
    ContactCodeRow,
    f"""SELECT {_CODE} FROM contact_codes c WHERE c.user_id = $1 AND c.used < c.uses
        AND (c.expires_at IS NULL OR c.expires_at > $2)""",
    "ORDER BY found.id DESC",
)
"""Arguments: viewer, now. The good ones, newest first."""

CODE_NODES = beside_viewer(
    ContactCodeRow, f"SELECT {_CODE} FROM contact_codes c WHERE c.user_id = $1 AND c.id = ANY($2)"
)
"""Arguments: viewer. A spent or expired one is found until the user makes another."""


async def find_code(db: Connection, owner_id: int, digest: str) -> ContactCode | None:
    """With its user; also one that is spent or expired. None for one that was made up, revoked, or is another's."""
    return (
        await ContactCode.all(db.orm).filter(user_id=owner_id, digest=digest).select_related("user").first()
    )


_TOLD = told_last(EventKind.SETTINGS_CHANGED)


async def spend(tx: Transaction, code_id: int, owner_id: int, now: datetime) -> None:
    """After the write of a send that carried a code; 0: it opened nothing, and the same runs (behaviour 10.16).

    The transaction holds the owner's stream and has found the code good there.
    """
    told = owner_id if code_id else NOBODY
    await ContactCode.all(tx.orm).filter(id=code_id).update(used=F("used") + 1)
    await UserStream.all(tx.orm).filter(user_id=told).update(last_seq=F("last_seq") + 1)
    await _TOLD.run(tx, told, now)


async def count_good(tx: Transaction, user_id: int, now: datetime) -> int:
    """The user's good codes, after the rows of all others are deleted."""
    own = ContactCode.all(tx.orm).filter(user_id=user_id)
    await own.filter(Q(used__gte=F("uses")) | Q(expires_at__lte=now)).delete()
    return await own.count()


async def revoke(tx: Transaction, user_id: int, code_id: int) -> bool:
    """False if the user has no such code."""
    return await ContactCode.all(tx.orm).filter(user_id=user_id, id=code_id).delete() > 0

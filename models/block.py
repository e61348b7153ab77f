"""Who blocks whom."""

from tortoise import fields
from tortoise.models import Model

from models.fields import MomentField, reference
from models.user import User


class Block(Model):
    """One direction; the blocked user never learns of it."""

    id = fields.BigIntField(primary_key=True)
    blocker: fields.ForeignKeyRelation[User] = reference("User")
    blocker_id: int
    blocked: fields.ForeignKeyRelation[User] = reference("User")
    blocked_id: int
    created_at = MomentField()

    class Meta:
        table = "blocks"
        unique_together = (("blocker_id", "blocked_id"),)

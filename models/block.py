"""Who blocks whom."""

from tortoise import fields
from tortoise.models import Model

from models.fields import MomentField
from models.user import User


class Block(Model):
    """One direction; the blocked user never learns of it."""

    id = fields.BigIntField(primary_key=True)
    blocker: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("models.User", related_name=False)
    blocker_id: int
    blocked: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("models.User", related_name=False)
    blocked_id: int
    created_at = MomentField()

    class Meta:
        table = "blocks"
        unique_together = (("blocker_id", "blocked_id"),)

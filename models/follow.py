"""Who follows whom."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from models.fields import MomentField, reference
from models.user import User


class Follow(Model):
    """One direction; two make friends."""

    id = fields.BigIntField(primary_key=True)
    follower: fields.ForeignKeyRelation[User] = reference("User")
    follower_id: int
    followee: fields.ForeignKeyRelation[User] = reference("User")
    followee_id: int
    created_at = MomentField()

    class Meta:
        table = "follows"
        unique_together = (("follower_id", "followee_id"),)
        indexes = (Index(fields=("followee_id", "follower_id"), name="follows_followee"),)

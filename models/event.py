"""Events: each user's own log, numbered without gaps."""

from tortoise import fields
from tortoise.models import Model

from models.fields import MomentField


class UserEvent(Model):
    """What happened, by references that may outlive what they name; so none is a foreign key."""

    id = fields.BigIntField(primary_key=True)
    user_id = fields.BigIntField()
    seq = fields.BigIntField()
    kind = fields.SmallIntField()
    at = MomentField()
    thread_id = fields.BigIntField(null=True)
    message_id = fields.BigIntField(null=True)
    peer_id = fields.BigIntField(null=True)

    class Meta:
        table = "user_events"
        unique_together = (("user_id", "seq"),)

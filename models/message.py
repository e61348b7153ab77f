"""Messages of a thread, numbered from 1."""

from tortoise import fields
from tortoise.models import Model

from models.fields import MomentField, reference
from models.thread import Thread
from models.user import User


class Message(Model):
    """A sunk one is visible to its sender only; `receipt` says that it can become SEEN."""

    id = fields.BigIntField(primary_key=True)
    thread: fields.ForeignKeyRelation[Thread] = reference("Thread")
    thread_id: int
    seq = fields.IntField()
    sender: fields.ForeignKeyRelation[User] = reference("User")
    sender_id: int
    text = fields.TextField()
    sunk = fields.BooleanField(default=False)
    receipt = fields.BooleanField(default=False)
    sent_at = MomentField()

    class Meta:
        table = "messages"
        unique_together = (("thread_id", "seq"),)

"""The beginnings of users' words, by which they are found."""

from tortoise import fields
from tortoise.models import Model

from models.fields import FoldedField, reference


class UserName(Model):
    """The folded display name from one of its words on; an erased user has none.

    In the order of these strangers are found.
    """

    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[Model] = reference("User")
    start = FoldedField()

    class Meta:
        table = "user_names"
        unique_together = (("user_id", "start"),)

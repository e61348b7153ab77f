"""Filter words: words with which a user wants no request."""

import json
from dataclasses import dataclass

from tortoise import fields
from tortoise.models import Model

from models.db.connection import Connection
from models.db.fields import reference
from models.users import User
from rules.filtering.words import OwnWords


class FilterWords(Model):
    """One row a user, so that a send reads them with its other facts.

    `words` is a JSON list, for the user; `needles` is what a send looks for, a line each.
    """

    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = reference("User")
    user_id: int
    words = fields.TextField()
    needles = fields.TextField()

    class Meta:
        table = "filter_words"
        unique_together = (("user_id",),)


@dataclass(frozen=True, slots=True)
class StoredWords:
    """The `words` column of a user's row; None without a row."""

    json: str | None

    @property
    def words(self) -> tuple[str, ...]:
        """In the order that the user chose."""
        return tuple(json.loads(self.json)) if self.json else ()


async def set_filter_words(db: Connection, user_id: int, own: OwnWords) -> None:
    """The user's only row, with what a send looks for."""
    words = json.dumps(own.words, ensure_ascii=False)
    row = FilterWords(user_id=user_id, words=words, needles=own.needles)
    await FilterWords.bulk_create(
        [row], on_conflict=["user_id"], update_fields=["words", "needles"], using_db=db.orm
    )

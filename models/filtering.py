"""Filter words: words with which a user wants no request."""

import json
from dataclasses import dataclass

from tortoise import fields
from tortoise.models import Model

from models.db.fields import reference
from models.db.statements import Write
from models.users import User


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


SET_FILTER_WORDS = Write(
    """INSERT INTO filter_words (user_id, words, needles) VALUES ($1, $2, $3)
    ON CONFLICT (user_id) DO UPDATE SET words = excluded.words, needles = excluded.needles"""
)
"""Arguments: user, the words as `stored_words` writes them, their needles."""


@dataclass(frozen=True, slots=True)
class StoredWords:
    """The `words` column of a user's row; None without a row."""

    json: str | None

    @property
    def words(self) -> tuple[str, ...]:
        """In the order that the user chose."""
        return tuple(json.loads(self.json)) if self.json else ()


def stored_words(words: tuple[str, ...]) -> str:
    """The words as the column stores them, a JSON list."""
    return json.dumps(words, ensure_ascii=False)

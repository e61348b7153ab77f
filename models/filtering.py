"""Filter words: what a user wants no request to contain."""

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
    """The column of a user's row, if there is one."""

    json: str | None

    @property
    def words(self) -> tuple[str, ...]:
        """In the user's order."""
        return tuple(json.loads(self.json)) if self.json else ()


def stored_words(words: tuple[str, ...]) -> str:
    """As the column keeps them."""
    return json.dumps(words, ensure_ascii=False)

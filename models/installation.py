"""The installation itself: the one secret that ids and cursors are sealed with, the same for every process."""

import secrets
from dataclasses import dataclass

from tortoise import fields
from tortoise.models import Model

from models.db.connection import Connection
from models.db.statements import Select, Write


class Installation(Model):
    """One row. A backup that is restored keeps its ids valid."""

    id = fields.BigIntField(primary_key=True)
    secret = fields.TextField()

    class Meta:
        table = "installation"


@dataclass(frozen=True, slots=True)
class _Secret:
    secret: str


_MAKE = Write("INSERT INTO installation (id, secret) VALUES (1, $1) ON CONFLICT (id) DO NOTHING")
_READ = Select(_Secret, "SELECT secret FROM installation WHERE id = 1")


async def read_secret(db: Connection) -> bytes:
    """32 bytes, made at random on the first call of any process."""
    await _MAKE.run(db, secrets.token_hex(32))
    row = await _READ.first(db)
    assert row is not None
    return bytes.fromhex(row.secret)

"""The installation itself: the one secret that ids and cursors are sealed with, the same for every process."""

import secrets

from tortoise import fields
from tortoise.models import Model

from models.db.connection import Connection


class Installation(Model):
    """One row. A backup that is restored keeps its ids valid, and begins a new `epoch` of all logs.

    `home` names the server and table of PostgreSQL, or the last opening of a SQLite file: models/db/epochs.py.
    """

    id = fields.BigIntField(primary_key=True)
    secret = fields.TextField()
    epoch = fields.SmallIntField(default=1)
    home = fields.TextField(default="")

    class Meta:
        table = "installation"


async def read_secret(db: Connection) -> bytes:
    """32 bytes, made at random on the first call of any process."""
    made = Installation(id=1, secret=secrets.token_hex(32))
    await Installation.bulk_create([made], ignore_conflicts=True, using_db=db.orm)
    return bytes.fromhex((await Installation.get(id=1, using_db=db.orm)).secret)

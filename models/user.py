"""Users: what the host app says of them, and what they set themselves."""

from typing import Any

from tortoise import fields
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.models import Model
from tortoise.signals import post_save, pre_save

from models.fields import DayField, FoldedField, MomentField
from models.stream import UserStream
from rules.searching import fold_name


class User(Model):
    """An account. An erased one keeps its row, without username."""

    id = fields.BigIntField(primary_key=True)
    host_id = fields.TextField()
    username = fields.TextField(null=True)
    display_name = fields.TextField()
    avatar_url = fields.TextField(null=True)
    is_verified = fields.BooleanField(default=False)
    birth_date = DayField(null=True)
    region = fields.TextField(null=True)
    phone_verified = fields.BooleanField(default=False)
    is_active = fields.BooleanField(default=True)
    erased_at = MomentField(null=True)
    account_created_at = MomentField()
    audience = fields.SmallIntField(null=True)
    read_receipts = fields.BooleanField(default=False)
    restricted_until = MomentField(null=True)
    restriction_reason = fields.SmallIntField(null=True)
    username_folded = FoldedField(db_default="")
    display_name_folded = FoldedField(db_default="")

    class Meta:
        table = "users"
        unique_together = (("host_id",), ("username",))


def folded_names(username: str | None, display_name: str) -> tuple[str, str]:
    """`username_folded` and `display_name_folded` of a user; whoever writes names by SQL writes these as well."""
    return fold_name(username or ""), fold_name(display_name)


@pre_save(User)
async def fold_names(sender: type[User], user: User, using_db: BaseDBAsyncClient | None, fields: Any) -> None:
    """No user without its folded names."""
    user.username_folded, user.display_name_folded = folded_names(user.username, user.display_name)


@post_save(User)
async def open_stream(
    sender: type[User], user: User, created: bool, using_db: BaseDBAsyncClient | None, fields: Any
) -> None:
    """No user without its stream row; whoever inserts users by SQL inserts this row as well."""
    if created:
        await UserStream.create(user_id=user.id, using_db=using_db)

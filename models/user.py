"""Users: what the host app says of them, and what they set themselves."""

from typing import Any

from tortoise import fields
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.models import Model
from tortoise.signals import post_save, pre_save

from models.fields import DayField, FoldedField, MomentField
from models.name import UserName
from models.stream import UserStream
from rules.region import same_region
from rules.searching import fold_name, word_starts
from rules.username import same_username


class User(Model):
    """An account. An erased one keeps its row, without username.

    `age_share`, drawn for each user that is made, is its share of the receiving age's delay; who is made without one
    waits all of it. `username_key` is one for all usernames that are the same.
    """

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
    age_share = fields.FloatField(default=1.0)
    username_key = fields.TextField(null=True)
    username_folded = FoldedField(db_default="")
    display_name_folded = FoldedField(db_default="")
    found_by = FoldedField(db_default="")

    class Meta:
        table = "users"
        unique_together = (("host_id",), ("username_key",))


def folded_names(username: str | None, display_name: str) -> tuple[str, str, str]:
    """`username_folded`, `display_name_folded` and `found_by` of a user; who writes names by SQL writes these as well.

    `found_by` has the beginnings by which one who is known already is found, each behind a line feed.
    """
    folded = fold_name(username or "")
    beginnings = [folded, *word_starts(display_name)]
    return folded, fold_name(display_name), "".join(f"\n{beginning}" for beginning in beginnings if beginning)


@pre_save(User)
async def fold_names(sender: type[User], user: User, using_db: BaseDBAsyncClient | None, fields: Any) -> None:
    """No user without what its names and region are compared by."""
    names = folded_names(user.username, user.display_name)
    user.username_folded, user.display_name_folded, user.found_by = names
    user.username_key = user.username and same_username(user.username)
    user.region = user.region and same_region(user.region)


@post_save(User)
async def keep_names(
    sender: type[User], user: User, created: bool, using_db: BaseDBAsyncClient | None, fields: Any
) -> None:
    """No user without its names; whoever writes users by SQL writes these rows as well."""
    await UserName.filter(user_id=user.id).using_db(using_db).delete()
    names = [UserName(user_id=user.id, start=start) for start in word_starts(user.display_name)]
    await UserName.bulk_create(names, using_db=using_db)


@post_save(User)
async def open_stream(
    sender: type[User], user: User, created: bool, using_db: BaseDBAsyncClient | None, fields: Any
) -> None:
    """No user without its stream row; whoever inserts users by SQL inserts this row as well."""
    if created:
        await UserStream.create(user_id=user.id, using_db=using_db)

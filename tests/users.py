"""Users that tests make one by one: each gets the rows that the host's batches make."""

from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.signals import post_save, pre_save

from models.db.connection import Connection
from models.installation import Installation
from models.users import User as User
from models.users import UserLook, UserName, UserStream, folded_names
from rules.filtering.normalize import Folding
from rules.filtering.spellings import looks
from rules.policy import same_region
from rules.provisioning import same_username
from rules.search import word_starts


@pre_save(User)
async def fold_names(sender: type[User], user: User, using_db: BaseDBAsyncClient | None, fields: Any) -> None:
    """Every user needs the columns by which its names and region are compared."""
    names = folded_names(user.username, user.display_name)
    user.username_folded, user.display_name_folded, user.found_by = names
    user.username_key = user.username and same_username(user.username)
    user.region = user.region and same_region(user.region)


@post_save(User)
async def keep_rows(
    sender: type[User], user: User, created: bool, using_db: BaseDBAsyncClient | None, fields: Any
) -> None:
    """One signal for both: Tortoise gathers signals, and a transaction runs one statement at a time."""
    if created:
        here = await Installation.all(using_db).filter(id=1).first()
        await UserStream.create(user_id=user.id, epoch=here.epoch if here else 1, using_db=using_db)
    await UserName.all(using_db).filter(user_id=user.id).delete()
    names = [UserName(user_id=user.id, start=start) for start in word_starts(user.display_name)]
    await UserName.bulk_create(names, using_db=using_db)


async def keep_looks(db: Connection, user: User, folding: Folding) -> None:
    """No signal does it: the folding is the service's."""
    await UserLook.all(db.orm).filter(user_id=user.id).delete()
    found = looks((user.username, user.display_name), folding)
    await UserLook.bulk_create((UserLook(user_id=user.id, look=look) for look in found), using_db=db.orm)

"""Finding people: whom the viewer could write to, and whom the viewer blocks."""

from typing import Annotated

import strawberry

from models.blocked_users import BLOCKED_USERS
from models.people import FOUND_PEOPLE, PEOPLE, PersonRow
from models.rows import rows_of
from models.standing import StandingRow
from resolvers.reading import After, First, folded, position_of, read
from rules.age import Birth, is_old_enough_to_receive, latest_birth
from rules.searching import LAST_CHARACTER
from rules.sending import pairs_limit
from rules.standing import obstacles
from schema.types.connection import Page, Slice
from schema.types.context import Context, Info
from schema.types.ids import Place
from schema.types.user import User, UserConnection


async def people(
    info: Info,
    search: Annotated[
        str | None,
        strawberry.argument(
            description="The beginning of a username or display name; up to 100 code points, of which case and "
            "accents do not count. Unless given: only open threads and friends. A longer one is BAD_USER_INPUT."
        ),
    ] = None,
    first: First = None,
    after: After = None,
) -> UserConnection | None:
    """Nobody, while the viewer may write to nobody."""
    context, name = info.context, folded(search)
    page = Page.of(context, "people", Slice(first, after))
    own = await context.loaders.standing.load(context.require_viewer())
    policy = context.services.policy
    may_write = not obstacles(own.account, own.bucket_at, context.now, policy)
    found = await _found(context, page, own, name) if may_write else []
    placed = [(_place(row), User.of(row.user)) for row in found]
    return page.connect(UserConnection, position_of(context, [own]), placed)


async def blocked_users(info: Info, first: First = None, after: After = None) -> UserConnection | None:
    """Only the viewer's own blocks; nobody is told of being blocked."""
    context = info.context
    page = Page.of(context, "blockedUsers", Slice(first, after))
    rows = await read(context, BLOCKED_USERS, page.start.order, page.start.key, page.size + 1)
    placed = [(Place(block.order, block.key), User.of(block.user)) for block in rows_of(rows)]
    return page.connect(UserConnection, position_of(context, rows), placed)


async def _found(context: Context, page: Page, own: StandingRow, name: str) -> list[PersonRow]:
    """One statement; another where a page has users of just the age whose day has not come."""
    now, policy = context.now, context.services.policy
    has_pairs = own.pairs_today < pairs_limit(own.account, now, policy)
    limits = [has_pairs, latest_birth(now, policy), policy.verified_audience]
    statement, names = (FOUND_PEOPLE, [name, name + LAST_CHARACTER]) if name else (PEOPLE, [])
    found: list[PersonRow] = []
    place = page.start
    while True:
        rows = await read(context, statement, place.order, place.key, page.size + 1, *limits, *names)
        listed = rows_of(rows)
        found += [row for row in listed if _can_be_reached(context, row)]
        if len(listed) <= page.size or len(found) > page.size:
            return found
        place = _place(listed[-1])


def _can_be_reached(context: Context, row: PersonRow) -> bool:
    services = context.services
    return not row.asks_bit or is_old_enough_to_receive(
        Birth(row.birth_date, row.region),
        context.now,
        services.policy,
        services.sealer.share_of(row.user.id),
    )


def _place(row: PersonRow) -> Place:
    return Place(row.order, row.user.id)

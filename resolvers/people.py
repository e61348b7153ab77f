"""Lists of users: those that the viewer could write to, and those that the viewer blocks."""

from typing import Annotated

import strawberry

from models.blocks import BLOCKED_USERS
from models.people import AGES, FOUND_PEOPLE, PEOPLE, PersonRow
from models.scope import rows_of
from models.viewer import StandingRow
from resolvers.pagination import SEARCH_BOUNDS, After, First, event_cursor_of, folded, read
from rules.eligibility import micros, obstacles, receiving_ages
from rules.search import LAST_CHARACTER, LONGEST_SEARCH
from rules.sending import pairs_limit
from schema.types.context import Context, Info
from schema.types.ids import Places
from schema.types.pagination import BLOCKED_USERS as BLOCKED_LIST
from schema.types.pagination import Page, Slice
from schema.types.users import User, UserConnection


async def people(
    info: Info,
    search: Annotated[
        str | None,
        strawberry.argument(
            description=f"The beginning of a username or of any word of a display name, up to {LONGEST_SEARCH} code "
            "points; a longer one is BAD_USER_INPUT. Case, accents and the like make no difference. Unless given: "
            "only peers of open threads and friends.",
            directives=[SEARCH_BOUNDS],
        ),
    ] = None,
    first: First = None,
    after: After = None,
) -> UserConnection | None:
    """Empty while the viewer may write to no one."""
    context, name = info.context, folded(search)
    page = Page.of(context, "people", Slice(first, after))
    own = await context.loaders.standing.load(context.require_viewer())
    policy = context.services.policy
    may_write = not obstacles(own.account, own.bucket_at, context.now, policy)
    found = await _found(context, page, own, name) if may_write else []
    places = Places([row.order for row in found], [row.user.id for row in found])
    users = User.all_of([row.user for row in found])
    return page.connect(UserConnection, event_cursor_of(context, [own]), users, places)


async def blocked_users(info: Info, first: First = None, after: After = None) -> UserConnection | None:
    """A user is not told of being blocked."""
    context = info.context
    page = Page.of(context, BLOCKED_LIST, Slice(first, after))
    rows = await read(context, BLOCKED_USERS, page.start.order, page.start.key, page.size + 1)
    blocks = rows_of(rows)
    places = Places([block.order for block in blocks], [block.key for block in blocks])
    users = User.all_of([block.user for block in blocks])
    return page.connect(UserConnection, event_cursor_of(context, rows), users, places)


async def _found(context: Context, page: Page, own: StandingRow, name: str) -> list[PersonRow]:
    now, policy, place = context.now, context.services.policy, page.start
    has_pairs = own.pairs_today < pairs_limit(own.account, now, policy)
    ages = AGES.rows(receiving_ages(now, policy))
    facts = (has_pairs, ages, policy.verified_audience, now, micros(policy.receiving_age_delay))
    statement, looked = (FOUND_PEOPLE, (name, name + LAST_CHARACTER)) if name else (PEOPLE, ())
    dialect = context.services.database.dialect
    rows = await read(context, statement[dialect], place.order, place.key, page.size + 1, *facts, *looked)
    return rows_of(rows)

"""Users as peers: those that the viewer could write to, their Message buttons, and those that the viewer blocks."""

from collections.abc import Sequence
from typing import Annotated

import strawberry
from strawberry.dataloader import DataLoader

from models.people import AGES, FOUND_PEOPLE, PEOPLE, PersonRow
from models.relations import BLOCKED_USERS, Relation
from models.scope import rows_of
from models.sending.facts import REACHED, ReachedRow
from models.viewer import StandingRow
from resolvers.pagination import SEARCH_BOUNDS, event_cursor_of, folded, read
from rules import sending
from rules.eligibility import micros, obstacles, receiving_ages
from rules.problems import InvalidInput, InvalidInputReason, RecipientUnavailable, Refusal
from rules.search import LAST_CHARACTER, LONGEST_SEARCH
from rules.sending import Messageability, Sender, Ties
from schema.types.context import Context, Info
from schema.types.ids import Places
from schema.types.pagination import BLOCKED_USERS as BLOCKED_LIST
from schema.types.pagination import After, First, Page, Slice
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
    """Users that the viewer could write to now, without those the viewer blocks: peers of open threads by activity,
    then friends by name. A search finds others too, by username, then by display name."""
    # Empty while the viewer may write to no one.
    context = info.context
    page = Page.of(context, "people", Slice(first, after))
    name = folded(search)
    own = await context.loaders.standing.load(context.require_viewer())
    policy = context.services.policy
    may_write = not obstacles(own.account, own.bucket_at, context.now, policy)
    found, has_more = page.cut(await _found(context, page, own, name) if may_write else [])
    places = Places([row.order for row in found], [row.user.id for row in found])
    users = User.all_of([row.user for row in found])
    return page.connect(UserConnection, event_cursor_of(context, [own]), users, places, has_more)


async def blocked_users(info: Info, first: First = None, after: After = None) -> UserConnection | None:
    """Users that the viewer blocks, the last blocked first."""
    context = info.context
    page = Page.of(context, BLOCKED_LIST, Slice(first, after))
    rows = await read(context, BLOCKED_USERS, page.start.order, page.start.key, page.size + 1)
    blocks, has_more = page.cut(rows_of(rows))
    places = Places([block.order for block in blocks], [block.key for block in blocks])
    users = User.all_of([block.user for block in blocks])
    return page.connect(UserConnection, event_cursor_of(context, rows), users, places, has_more)


async def _found(context: Context, page: Page, own: StandingRow, name: str) -> list[PersonRow]:
    now, policy, place = context.now, context.services.policy, page.start
    has_pairs = own.pairs_today < sending.pairs_limit(own.account, now, policy)
    ages = AGES.rows(receiving_ages(now, policy))
    facts = (has_pairs, ages, policy.verified_audience, now, micros(policy.receiving_age_delay))
    statement, looked = (FOUND_PEOPLE, (name, name + LAST_CHARACTER)) if name else (PEOPLE, ())
    rows = await read(context, statement, place.order, place.key, page.size + 1, *facts, *looked)
    return rows_of(rows)


async def read_messageabilities(
    context: Context,
    standing: DataLoader[int, StandingRow],
    relations_with: DataLoader[int, Relation],
    keys: list[int],
) -> Sequence[Messageability]:
    """Decides by the viewer's own facts first, and does not read the users that these already refuse."""
    viewer_id = context.require_viewer()
    own = await standing.load(viewer_id)
    relations = {row.user_id: row for row in await relations_with.load_many(keys)}
    verdicts: dict[int, Refusal | bool] = {
        key: refusal for key, row in relations.items() if (refusal := _own_obstacle(context, own, row))
    }
    free = [key for key in keys if key not in verdicts]
    rows = await REACHED.all(context.services.database, viewer_id, free) if free else []
    reached = {row.id: row for row in rows}
    verdicts |= {key: _view(context, relations[key], reached.get(key)) for key in free}
    return [sending.messageability(verdicts[key], relations[key].unaccepted) for key in keys]


def sender_to(own: StandingRow, relation: Relation) -> Sender:
    """The sender's facts of a `sendRequest` to this user."""
    return Sender(
        account=own.account,
        bucket_full_at=own.bucket_at,
        blocks_recipient=relation.blocked_by_me,
        unaccepted=relation.unaccepted,
        may_cost_a_pair=not relation.unaccepted,
        pairs_today=own.pairs_today,
    )


def _own_obstacle(context: Context, own: StandingRow, relation: Relation) -> Refusal | None:
    if relation.user_id == context.viewer_id:
        return InvalidInput("recipientId", InvalidInputReason.SAME_USER)
    sender = sender_to(own, relation)
    return sending.refuse_by_own_facts(sender, context.now, context.services.policy, is_open=relation.is_open)


def _view(context: Context, relation: Relation, row: ReachedRow | None) -> bool | RecipientUnavailable:
    if row is None:
        return RecipientUnavailable()
    ties = Ties(
        is_open=relation.is_open,
        has_asked=row.recipient_unaccepted > 0 and not relation.is_open,
        recipient_follows=relation.follows_me,
        sender_follows=relation.followed_by_me,
    )
    return sending.decide_view(row.reach, ties, context.now, context.services.policy)

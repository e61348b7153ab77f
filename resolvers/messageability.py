"""The Message buttons of many users at once, by the rules of a send."""

from collections.abc import Sequence

from strawberry.dataloader import DataLoader

from models.follows import Relation
from models.sending.facts import REACHED, ReachedRow
from models.viewer import StandingRow
from rules.messageability import Messageability, messageability
from rules.problems import InvalidInput, InvalidInputReason, RecipientUnavailable, Refusal
from rules.sending import Sender, Ties, decide_view, refuse_by_own_facts
from schema.types.context import Context


async def read_messageabilities(
    context: Context,
    standing: DataLoader[int, StandingRow],
    relations_with: DataLoader[int, Relation],
    keys: list[int],
) -> Sequence[Messageability]:
    """Decides by the viewer's own facts first, and reads nothing of the users that these already refuse."""
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
    return [messageability(verdicts[key], relations[key].unaccepted) for key in keys]


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
    return refuse_by_own_facts(sender, context.now, context.services.policy, is_open=relation.is_open)


def _view(context: Context, relation: Relation, row: ReachedRow | None) -> bool | RecipientUnavailable:
    if row is None:
        return RecipientUnavailable()
    ties = Ties(
        is_open=relation.is_open,
        has_asked=row.recipient_unaccepted > 0 and not relation.is_open,
        recipient_follows=relation.follows_me,
        sender_follows=relation.followed_by_me,
    )
    return decide_view(row.reach, ties, context.now, context.services.policy)

"""Appeals: a user makes one of a decision, another moderator answers it."""

from functools import partial
from typing import Annotated

import strawberry

from models import appeals as tables
from models.appeals import Appeal, OpenAppeal
from models.event_log import NOBODY
from models.moderation import Action
from models.users import LIFTED, User, restrict
from resolvers.moderation import LARGEST_PAGE, FewFirst, act, may_read, record
from resolvers.mutation import Concerned, Fields, Step, hold_both, on_viewer
from resolvers.pagination import read_page
from rules.events import EventKind
from rules.moderation import APPEAL_LENGTH, AppealState, Verdict, refuse_answer, refuse_appeal
from rules.problems import InvalidInput, NotFound, Refusal
from rules.text import flaw_of_text
from schema.types import appeals as types
from schema.types.context import Context, Given, Info
from schema.types.ids import Kind
from schema.types.pagination import After, Page, Slice
from schema.types.problems import problem_of

_UNKNOWN = -1
"""The key of no decision."""


async def appeal_restriction(
    info: Info, input: Given[types.AppealRestrictionInput]
) -> types.AppealRestrictionResult | None:
    """Appeal a restriction or a warning of the viewer, once."""
    context, text = info.context, input.text.strip()
    context.require_viewer()
    if flaw := flaw_of_text(text, APPEAL_LENGTH):
        return problem_of(InvalidInput("text", flaw.reason, flaw.bound))
    named = input.decision_id
    key = 0 if named is None else context.key_of(Kind.MODERATION_ACTION, named) or _UNKNOWN
    return await on_viewer(context, partial(_appeal, key=key, text=text), types.AppealRestrictionSuccess)


async def _appeal(step: Step, key: int, text: str) -> Refusal | None:
    decision = await tables.DECISION.first(step.tx, step.viewer_id, key)
    if decision is None:
        return NotFound()
    midnight = step.now.replace(hour=0, minute=0, second=0, microsecond=0)
    today = await tables.appeals_since(step.tx, step.viewer_id, midnight)
    if refusal := refuse_appeal(is_appealed=decision.is_appealed, appeals_today=today, now=step.now):
        return refusal
    await Appeal.create(
        user_id=step.viewer_id,
        action_id=decision.action_id,
        text=text,
        appealed_at=step.now,
        state=AppealState.OPEN,
        using_db=step.tx.orm,
    )
    step.tell(step.viewer_id, EventKind.STANDING_CHANGED)
    return None


async def appeals(
    info: Info,
    state: Annotated[
        AppealState | None,
        strawberry.argument(description="Only appeals in this state; in any unless given."),
    ] = None,
    first: FewFirst = None,
    after: After = None,
) -> types.AppealConnection | None:
    """The moderators' queue of appeals, the longest waiting first; null unless the viewer is a moderator."""
    context = info.context
    if not await may_read(context):
        return None
    page = Page.of(context, "appeals", Slice(first, after), LARGEST_PAGE)
    start = (-page.start.order, -page.start.key)
    wanted = [] if state is None else [state]
    args = *start, page.size + 1, *wanted
    return await read_page(
        page, tables.appeals_of(state is not None), types.AppealConnection, types.Appeal, *args
    )


async def resolve_appeal(
    info: Info, input: Given[types.ResolveAppealInput]
) -> types.ResolveAppealResult | None:
    """For moderators: answer an appeal of another moderator's decision."""
    # By another moderator than the one who decided; it takes effect at once (behaviour 8.39).
    context, answer = info.context, input.answer.strip()
    key = context.key_of(Kind.MODERATION_ACTION, input.decision_id) or _UNKNOWN
    if context.is_moderator and (flaw := flaw_of_text(answer, APPEAL_LENGTH)):
        return problem_of(InvalidInput("answer", flaw.reason, flaw.bound))
    verdict = Verdict(AppealState.UPHELD if input.uphold else AppealState.REVERSED, answer)
    step = partial(_resolve, key=key, verdict=verdict)
    concerned = Concerned(await _appellant(context, key), hold_both)
    return await act(context, concerned, step, types.ResolveAppealSuccess, _shown_appeal)


async def _appellant(context: Context, key: int) -> int:
    """NOBODY if the viewer is no moderator, or may not see an appeal of this decision."""
    if not context.is_moderator:
        return NOBODY
    found = await tables.FIND_APPEAL.first(context.services.database, key, context.require_viewer())
    return found.user_id if found else NOBODY


async def _resolve(step: Step, key: int, verdict: Verdict) -> int | Refusal:
    appeal = await tables.HOLD_APPEAL.first(step.tx, key, step.viewer_id)
    if appeal is None:
        return NotFound()
    stored = appeal.verdict
    if refusal := refuse_answer(verdict, stored, is_own_decision=appeal.decided_by == step.viewer_id):
        return refusal
    if stored is None:
        await _answer(step, appeal, verdict)
    return key


async def _answer(step: Step, appeal: OpenAppeal, verdict: Verdict) -> None:
    await tables.keep_answer(step.tx, appeal, verdict, (step.viewer_id, step.now))
    is_reversed = verdict.state is AppealState.REVERSED
    await record(step, Action.REVERSE if is_reversed else Action.UPHOLD, appeal.report_id)
    # Another decision that replaced this one stays; one that is over is the user's last one too.
    under = User.all(step.tx.orm).filter(id=step.peer_id, restriction_action_id=appeal.action_id)
    if is_reversed and await under.exists():
        other = await tables.IN_FORCE.first(step.tx, step.peer_id, step.now) or LIFTED
        await restrict(step.tx, step.peer_id, other)
    step.tell(step.peer_id, EventKind.ACCOUNT_DECIDED)


async def _shown_appeal(context: Context, key: int) -> Fields:
    [row] = await tables.APPEALS.all(context.services.database, context.require_viewer(), [key])
    return {"appeal": types.Appeal.of(row)}

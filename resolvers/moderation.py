"""The queries and mutations of moderators. Every act goes into the audit log."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from typing import Annotated, Any

import strawberry

from models import moderation as tables
from models.event_log import NOBODY
from models.moderation import AccountWarning, Action, CaseRow, ModerationAction
from models.reports import ReportStatus, Resolution
from models.requests import hold_recipients
from models.users import LIFTED, Restriction, get_account, restrict
from models.viewer import VIEWER_ROW
from resolvers.mutation import (
    Concerned,
    Fields,
    Show,
    Step,
    concerning,
    hold_both,
    mutate,
    not_allowed,
    shown_user,
)
from resolvers.pagination import read, read_page
from resolvers.requests import withdraw_requests
from rules.eligibility import outlasts, refuse_restricted
from rules.events import EventKind
from rules.problems import InvalidInput, InvalidInputReason, NotFound, Refusal, flaw_of_end
from schema.types import moderation as types
from schema.types.context import Context, Given, Info
from schema.types.directives import Constraint
from schema.types.ids import Kind
from schema.types.pagination import REPORTS, After, First, Page, Slice
from schema.types.reports import Report, ReportConnection

LARGEST_PAGE = 10
"""A page of reports, with the first notes and all evidence of each, is below 2 MB whatever their texts are."""

FewFirst = Annotated[
    int | None,
    strawberry.argument(
        description=f"How many rows: 1 to {LARGEST_PAGE}; {LARGEST_PAGE} unless given. Any other number is "
        "BAD_USER_INPUT.",
        directives=[Constraint(min=1, max=LARGEST_PAGE)],
    ),
]
Subject = Annotated[
    strawberry.ID | None,
    strawberry.argument(
        description="A User's id: only rows about this user; none if the id names no user. Unless given: rows "
        "about any user."
    ),
]


async def reports(
    info: Info,
    status: Annotated[
        ReportStatus | None,
        strawberry.argument(description="Only reports with this status; any status unless given."),
    ] = None,
    subject: Subject = None,
    older_than: Annotated[
        datetime | None, strawberry.argument(description="Only reports first made before this time.")
    ] = None,
    first: FewFirst = None,
    after: After = None,
) -> ReportConnection | None:
    """The moderators' queue of reports, the longest waiting first; null unless the viewer is a moderator."""
    context = info.context
    if not await may_read(context):
        return None
    page = Page.of(context, REPORTS, Slice(first, after), LARGEST_PAGE)
    wanted = [one for one in (status, _subject_key(context, subject)) if one is not None]
    statement = tables.queue_of(status is not None, subject is not None)
    # The one list from old to new: its places are negative.
    start = (-page.start.order, -page.start.key)
    before = older_than or datetime.max.replace(tzinfo=UTC)
    args = *start, page.size + 1, before, *wanted
    return await read_page(page, statement, ReportConnection, Report, *args)


async def audit_log(
    info: Info, subject: Subject = None, first: First = None, after: After = None
) -> types.ModerationActionConnection | None:
    """The audit log: acts of moderators and of the host app, newest first; null unless the viewer is a moderator."""
    context = info.context
    if not await may_read(context):
        return None
    page = Page.of(context, "auditLog", Slice(first, after))
    wanted = [one for one in [_subject_key(context, subject)] if one is not None]
    args = page.start.key, page.size + 1, *wanted
    return await read_page(
        page,
        tables.audit_log_of(bool(wanted)),
        types.ModerationActionConnection,
        types.ModerationAction,
        *args,
    )


async def may_read(context: Context) -> bool:
    """Unauthenticated comes before the role is looked at."""
    await read(context, VIEWER_ROW)
    return context.is_moderator


def _subject_key(context: Context, subject: str | None) -> int | None:
    """0, the key of no user, for an id that names no User."""
    return None if subject is None else context.key_of(Kind.USER, subject)


_LIMITS = {Resolution.RESTRICT, Resolution.BAN}


def _concerned(case: CaseRow, resolution: Resolution) -> Concerned:
    """Tells the reporter of every resolution, and the reported user of a decision on them."""
    told = [case.reporter_id, *[case.user_id] * (resolution != Resolution.DISMISS)]
    if resolution not in _LIMITS:
        return Concerned(case.user_id, concerning(told).hold)
    return Concerned(
        case.user_id, lambda tx, viewer, peer: hold_recipients(tx, {viewer, *told}, (peer,), viewer)
    )


async def claim_report(info: Info, input: Given[types.ClaimReportInput]) -> types.ClaimReportResult | None:
    """For moderators: show the other moderators that the viewer looks at a report."""
    # The first claim stays; resolving needs no claim.
    context = info.context
    report_id, case = await _case(context, input.report_id)
    concerned = Concerned(case.user_id if case else NOBODY)
    return await act(context, concerned, partial(_claim, key=report_id), types.ClaimReportSuccess, _report)


async def _claim(step: Step, key: int) -> int | Refusal:
    case = await _hold_case(step, key)
    if case is None:
        return NotFound()
    if await tables.claim(step.tx, case.id, step.viewer_id):
        await record(step, Action.CLAIM, case.id)
    return case.id


async def _hold_case(step: Step, key: int) -> CaseRow | None:
    """Until the step is done, no new filing joins the report and no other moderator acts on it."""
    await tables.HOLD_REPORT.first(step.tx, key)
    return await tables.get_case(step.tx, key, step.viewer_id)


async def resolve_report(
    info: Info, input: Given[types.ResolveReportInput]
) -> types.ResolveReportResult | None:
    """For moderators: end a report with a resolution."""
    # Takes effect at once, with all its consequences (behaviour 8).
    context = info.context
    report_id, case = await _case(context, input.report_id)
    concerned = _concerned(case, input.resolution) if case else Concerned(NOBODY)
    step = partial(_resolve, key=report_id, input=input)
    return await act(context, concerned, step, types.ResolveReportSuccess, _report)


async def _resolve(step: Step, key: int, input: types.ResolveReportInput) -> int | Refusal:
    resolution, until = input.resolution, input.until
    case = await _hold_case(step, key)
    if case is None:
        return NotFound()
    if case.status == ReportStatus.RESOLVED:
        return case.id if (case.resolution, case.until) == (resolution, until) else NotFound()
    if refusal := _refuse_until(resolution, until, step.now):
        return refusal
    await tables.resolve(step.tx, case.id, resolution, until, step.now)
    action_id = await record(step, Action[resolution.name], case.id)
    step.tell(case.reporter_id, EventKind.REPORT_CLOSED)
    if resolution == Resolution.WARN:
        await AccountWarning.create(
            user_id=case.user_id,
            reason=case.reason,
            given_at=step.now,
            action_id=action_id,
            using_db=step.tx.orm,
        )
        step.tell(case.user_id, EventKind.ACCOUNT_DECIDED)
    if resolution in _LIMITS:
        await _restrict(step, Restriction(case.reason, until, action_id))
    return case.id


def _refuse_until(resolution: Resolution, until: datetime | None, now: datetime) -> InvalidInput | None:
    if resolution != Resolution.RESTRICT:
        return InvalidInput("until", InvalidInputReason.NOT_APPLICABLE) if until else None
    if until is None:
        return InvalidInput("until", InvalidInputReason.REQUIRED)
    flaw = flaw_of_end(until, now)
    return InvalidInput("until", flaw) if flaw else None


async def _restrict(step: Step, restriction: Restriction) -> None:
    account = await get_account(step.tx, step.peer_id)
    if account is None or not outlasts(account, restriction.until, step.now):
        return
    await restrict(step.tx, step.peer_id, restriction)
    await withdraw_requests(step, [step.peer_id])
    step.tell(step.peer_id, EventKind.ACCOUNT_DECIDED)


async def lift_restriction(
    info: Info, input: Given[types.LiftRestrictionInput]
) -> types.LiftRestrictionResult | None:
    """For moderators: end a user's restriction before its time."""
    # NotFound for the moderator themselves, as for an unknown user.
    context = info.context
    user_id = context.key_of(Kind.USER, input.user_id)
    concerned = Concerned(NOBODY if user_id == context.viewer_id else user_id, hold_both)
    return await act(context, concerned, _lift, types.LiftRestrictionSuccess, shown_user)


async def _lift(step: Step) -> int | Refusal:
    account = await get_account(step.tx, step.peer_id)
    if account is None:
        return NotFound()
    if refuse_restricted(account, step.now):
        await restrict(step.tx, step.peer_id, LIFTED)
        await record(step, Action.LIFT, None)
        step.tell(step.peer_id, EventKind.ACCOUNT_DECIDED)
    return step.peer_id


async def act(
    context: Context,
    concerned: Concerned,
    step: Callable[[Step], Awaitable[int | Refusal]],
    success: Callable[..., Any],
    show: Show,
) -> Any:
    """NotAllowed unless the viewer is a moderator, whatever the input is."""
    if context.is_moderator:
        return await mutate(context, concerned, step, success, show)
    return await not_allowed(context)


async def _case(context: Context, id: str) -> tuple[int, CaseRow | None]:
    """The key, and the case unless the viewer is no moderator, or may not see a report with this id."""
    key = context.key_of(Kind.REPORT, id)
    if not key or not context.is_moderator:
        return key, None
    return key, await tables.get_case(context.services.database, key, context.require_viewer())


async def _report(context: Context, key: int) -> Fields:
    return {"report": Report.of(await context.loaders.reports.load(key))}


async def record(step: Step, action: Action, report_id: int | None) -> int:
    """A line of the audit log; its key."""
    made = await ModerationAction.create(
        actor_id=step.viewer_id,
        user_id=step.peer_id,
        action=action,
        report_id=report_id,
        at=step.now,
        using_db=step.tx.orm,
    )
    key: int = made.id
    return key

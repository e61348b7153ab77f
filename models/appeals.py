"""Appeals of moderators' decisions: one for each decision, with its answer."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from tortoise import fields

from models.db.connection import Connection
from models.db.fields import Keyed, MomentField, reference
from models.db.statements import Lock, Page, Select, numbers
from models.moderation import Action, ModerationAction
from models.scope import Beside, beside_viewer
from models.users import Restriction, User
from rules.moderation import AppealState, Verdict
from rules.problems import ReportReason


class Appeal(Keyed):
    """`action` is the decision's line in the audit log; one appeal each."""

    user: fields.ForeignKeyRelation[User] = reference("User")
    action: fields.ForeignKeyRelation[ModerationAction] = reference("ModerationAction")
    action_id: int
    text = fields.TextField()
    appealed_at = MomentField()
    state = fields.IntEnumField(AppealState)
    answer = fields.TextField(null=True)
    answered_by: fields.ForeignKeyNullableRelation[User] = reference("User", null=True)
    answered_at = MomentField(null=True)

    class Meta:
        table = "appeals"
        unique_together = (("action_id",),)


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision that the user may appeal: a restriction, or a warning."""

    action_id: int
    is_appealed: bool


_IS_APPEALED = "EXISTS (SELECT 1 FROM appeals a WHERE a.action_id = {action})"

_RESTRICTS = f"""d.user_id = $1 AND d.action IN ({numbers((Action.RESTRICT, Action.BAN))})
    AND NOT EXISTS (SELECT 1 FROM moderation_actions l
        WHERE l.user_id = $1 AND l.id > d.id AND l.action = {Action.LIFT:d})"""
"""A restriction of the user, in force or over, that was not lifted."""

DECISION = Page(
    DecisionRow,
    f"""SELECT d.id AS action_id, {_IS_APPEALED.format(action="d.id")} AS is_appealed FROM moderation_actions d
        WHERE {_RESTRICTS} AND d.id = CASE WHEN CAST($2 AS BIGINT) = 0
            THEN (SELECT u.restriction_action_id FROM users u WHERE u.id = $1) ELSE $2 END
        UNION ALL SELECT w.action_id, {_IS_APPEALED.format(action="w.action_id")} FROM warnings w
        WHERE w.user_id = $1 AND w.action_id = $2""",
)
"""Arguments: the user, the decision, or 0 for the latest restriction."""


async def appeals_since(db: Connection, user_id: int, since: datetime) -> int:
    """How many the user has made."""
    return await Appeal.all(db.orm).filter(user_id=user_id, appealed_at__gte=since).count()


@dataclass(frozen=True, slots=True)
class OpenAppeal:
    """An appeal as an answer finds it."""

    id: int
    user_id: int
    action_id: int
    report_id: int | None
    decided_by: int
    state: AppealState
    answer: str | None

    @property
    def verdict(self) -> Verdict | None:
        """None: it is not answered."""
        return None if self.answer is None else Verdict(self.state, self.answer)


_OPEN = """SELECT a.id, a.user_id, a.action_id, d.report_id, d.actor_id AS decided_by, a.state, a.answer
    FROM appeals a JOIN moderation_actions d ON d.id = a.action_id WHERE a.action_id = $1 AND a.user_id <> $2"""

HOLD_APPEAL = Lock(OpenAppeal, f"{_OPEN} FOR UPDATE OF a")
"""Arguments: the decision, the moderator, who never answers an appeal of their own. After all streams."""

FIND_APPEAL = Page(OpenAppeal, _OPEN)
"""The same without a lock."""


async def keep_answer(db: Connection, appeal: OpenAppeal, verdict: Verdict, by: tuple[int, datetime]) -> None:
    """`by`: the moderator, and when."""
    await (
        Appeal.all(db.orm)
        .filter(id=appeal.id)
        .update(state=verdict.state, answer=verdict.answer, answered_by_id=by[0], answered_at=by[1])
    )


IN_FORCE = Page(
    Restriction,
    f"""SELECT (SELECT f.reason FROM report_filings f WHERE f.report_id = r.id ORDER BY f.id DESC LIMIT 1) AS reason,
            r.until, d.id AS action_id
        FROM moderation_actions d JOIN reports r ON r.id = d.report_id
        WHERE {_RESTRICTS} AND (r.until IS NULL OR r.until > $2)
            AND NOT EXISTS (SELECT 1 FROM appeals a WHERE a.action_id = d.id AND a.state = {AppealState.REVERSED:d})
        ORDER BY r.until IS NULL DESC, r.until DESC, d.id LIMIT 1""",
)
"""Arguments: the user, now. Of the restrictions that are neither over, reversed nor lifted, the one that ends last."""


@dataclass(frozen=True, slots=True)
class AppealRow:
    """An appeal with its answer; `id` is that of the decision, `place_order` is in microseconds."""

    id: int
    place_order: int
    user_id: int
    text: str
    appealed_at: datetime
    state: AppealState
    answer: str | None
    answered_by: int | None
    answered_at: datetime | None


APPEAL = """a.action_id AS place_key, a.appealed_at AS place_order, a.user_id, a.text, a.appealed_at, a.state,
    a.answer, a.answered_by_id AS answered_by, a.answered_at"""


@cache
def appeals_of(by_state: bool) -> Select[Beside[AppealRow]]:
    """Arguments: the moderator, the last place's time and key, rows; then the state. The longest waiting first."""
    where = " AND a.state = $5" if by_state else ""
    page = f"""SELECT {APPEAL} FROM appeals a WHERE a.user_id <> $1 AND (a.appealed_at, a.action_id) > ($2, $3){where}
        ORDER BY a.appealed_at, a.action_id LIMIT $4"""
    return beside_viewer(AppealRow, page, "ORDER BY found.place_order, found.place_key")


APPEALS = Page(AppealRow, f"SELECT {APPEAL} FROM appeals a WHERE a.user_id <> $1 AND a.action_id = ANY($2)")
"""Arguments: the moderator; the keys are decisions."""


@dataclass(frozen=True, slots=True)
class RestrictionRow:
    """The viewer's restriction, and its appeal."""

    reason: ReportReason
    action_id: int
    at: datetime
    until: datetime | None
    appeal: AppealRow | None


RESTRICTION = Page(
    RestrictionRow,
    f"""SELECT v.restriction_reason AS reason, d.id AS action_id, d.at, v.restricted_until AS until, {APPEAL}
    FROM users v JOIN moderation_actions d ON d.id = v.restriction_action_id LEFT JOIN appeals a ON a.action_id = d.id
    WHERE v.id = $1 AND v.is_active AND v.restriction_reason IS NOT NULL""",
)
"""Argument: the viewer. No row: no moderator's restriction, in force or over."""


@dataclass(frozen=True, slots=True)
class WarningRow:
    """The facts of a warning that its user may know."""

    reason: ReportReason
    action_id: int | None
    given_at: datetime
    appeal: AppealRow | None


MOST_WARNINGS = 20

WARNINGS = Page(
    WarningRow,
    f"""SELECT w.reason, w.action_id, w.given_at, {APPEAL}
    FROM warnings w JOIN users v ON v.id = w.user_id LEFT JOIN appeals a ON a.action_id = w.action_id
    WHERE w.user_id = $1 AND v.is_active ORDER BY w.id DESC LIMIT {MOST_WARNINGS}""",
)
"""Argument: the user. The newest, newest first."""

MOST_APPEALS = 20

OWN_APPEALS = Page(
    AppealRow,
    f"""SELECT {APPEAL} FROM appeals a JOIN users v ON v.id = a.user_id
    WHERE a.user_id = $1 AND v.is_active ORDER BY a.appealed_at DESC, a.action_id DESC LIMIT {MOST_APPEALS}""",
)
"""Argument: the user. The newest, newest first, whatever became of their decisions."""

"""What moderators did: warnings, which their users see, and the audit log, which only moderators see."""

from enum import IntEnum

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from models.fields import MomentField, reference
from models.report import Report
from models.user import User
from rules.refusals import ReportReason


class Action(IntEnum):
    """What a moderator did. The numbers are stored."""

    CLAIM = 0
    DISMISS = 1
    WARN = 2
    RESTRICT = 3
    BAN = 4
    LIFT = 5


class AccountWarning(Model):
    """What its user may know: neither report nor moderator."""

    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = reference("User")
    user_id: int
    reason = fields.IntEnumField(ReportReason)
    given_at = MomentField()

    class Meta:
        table = "warnings"
        indexes = (Index(fields=("user_id", "id"), name="warnings_user"),)


class ModerationAction(Model):
    """A line of the audit log, to which one can only append; `user` is whom it concerned."""

    id = fields.BigIntField(primary_key=True)
    actor: fields.ForeignKeyRelation[User] = reference("User")
    actor_id: int
    user: fields.ForeignKeyRelation[User] = reference("User")
    user_id: int
    action = fields.IntEnumField(Action)
    report: fields.ForeignKeyNullableRelation[Report] = reference("Report", null=True)
    report_id: int | None
    at = MomentField()

    class Meta:
        table = "moderation_actions"
        indexes = (Index(fields=("user_id", "id"), name="moderation_actions_user"),)

"""Reports, each filing of one, and the evidence that no later delete or erase touches."""

from enum import IntEnum

from tortoise import fields
from tortoise.models import Model

from models.fields import MomentField, reference
from models.user import User
from rules.refusals import ReportReason


class SubjectKind(IntEnum):
    """What `subject_id` is an id of."""

    USER = 0
    THREAD = 1
    MESSAGE = 2


class ReportState(IntEnum):
    """How far a report has come; a resolved one leaves room for another of the same subject."""

    OPEN = 0
    CLAIMED = 1
    RESOLVED = 2


class Resolution(IntEnum):
    """What a moderator made of it."""

    DISMISS = 0
    WARN = 1
    RESTRICT = 2
    BAN = 3


class Report(Model):
    """`user` is who is reported, with the profile as it was shown; `until` is the end of a restriction."""

    id = fields.BigIntField(primary_key=True)
    reporter: fields.ForeignKeyRelation[User] = reference("User")
    reporter_id: int
    user: fields.ForeignKeyRelation[User] = reference("User")
    user_id: int
    subject_kind = fields.IntEnumField(SubjectKind)
    subject_id = fields.BigIntField()
    state = fields.IntEnumField(ReportState)
    created_at = MomentField()
    claimed_by: fields.ForeignKeyNullableRelation[User] = reference("User", null=True)
    claimed_by_id: int | None
    resolution = fields.IntEnumField(Resolution, null=True)
    resolved_at = MomentField(null=True)
    until = MomentField(null=True)
    username = fields.TextField()
    display_name = fields.TextField()
    avatar_url = fields.TextField(null=True)

    class Meta:
        table = "reports"


class ReportFiling(Model):
    """One act of reporting; several of a reporter and subject share the open report."""

    id = fields.BigIntField(primary_key=True)
    report: fields.ForeignKeyRelation[Report] = reference("Report")
    report_id: int
    reason = fields.IntEnumField(ReportReason)
    note = fields.TextField()
    filed_at = MomentField()

    class Meta:
        table = "report_filings"


class ReportEvidence(Model):
    """A message as the reporter saw it: reported itself, or a neighbour."""

    id = fields.BigIntField(primary_key=True)
    report: fields.ForeignKeyRelation[Report] = reference("Report")
    report_id: int
    message_id = fields.BigIntField()
    sender_id = fields.BigIntField()
    text = fields.TextField()
    sent_at = MomentField()
    reported = fields.BooleanField()

    class Meta:
        table = "report_evidence"
        unique_together = (("report_id", "message_id"),)

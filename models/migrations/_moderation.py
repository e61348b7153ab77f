"""The tables of reports and moderation; the underscore keeps Tortoise from reading the file as a migration."""

from tortoise import fields

from models.db.ddl import CreateTable, append_only
from models.db.fields import MomentField, reference
from models.moderation import Action
from models.reports import ReportStatus, Resolution, SubjectKind
from rules.appeals import AppealState
from rules.reports import ReportReason

OPEN = f"status <> {ReportStatus.RESOLVED:d}"

MODERATION = [
    CreateTable(
        "Report",
        "reports",
        {
            "reporter": reference("User"),
            "user": reference("User", null=True),
            "subject_kind": fields.IntEnumField(SubjectKind),
            "subject_id": fields.BigIntField(),
            "status": fields.IntEnumField(ReportStatus),
            "created_at": MomentField(),
            "claimed_by": reference("User", null=True),
            "resolution": fields.IntEnumField(Resolution, null=True),
            "resolved_at": MomentField(null=True),
            "until": MomentField(null=True),
            "closes_at": MomentField(null=True),
            "username": fields.TextField(null=True),
            "display_name": fields.TextField(null=True),
            "avatar_url": fields.TextField(null=True),
        },
        checks=("(user_id IS NULL) = (closes_at IS NOT NULL)",),
        unique_indexes={"reports_open": f"(reporter_id, subject_kind, subject_id) WHERE {OPEN}"},
        indexes={
            "reports_queue": "(status, created_at, id)",
            "reports_age": "(created_at, id)",
            "reports_user": "(user_id, created_at, id)",
            "reports_reporter": "(reporter_id, id)",
            "reports_unseen": f"(closes_at, reporter_id) WHERE user_id IS NULL AND status = {ReportStatus.OPEN:d}",
        },
    ),
    CreateTable(
        "ReportFiling",
        "report_filings",
        {
            "report": reference("Report", checked=False),
            "reason": fields.IntEnumField(ReportReason),
            "note": fields.TextField(),
            "filed_at": MomentField(),
        },
        indexes={"report_filings_report": "(report_id, id)"},
    ),
    CreateTable(
        "ReportEvidence",
        "report_evidence",
        {
            "report": reference("Report", checked=False),
            "message_id": fields.BigIntField(),
            "sender_id": fields.BigIntField(),
            "text": fields.TextField(),
            "sent_at": MomentField(),
            "reported": fields.BooleanField(),
        },
        unique=("report_id, message_id",),
        indexes={"report_evidence_sender": "(sender_id)"},
    ),
    CreateTable(
        "AccountWarning",
        "warnings",
        {
            "user": reference("User"),
            "reason": fields.IntEnumField(ReportReason),
            "given_at": MomentField(),
            "action_id": fields.BigIntField(null=True),
        },
        indexes={"warnings_user": "(user_id, id)"},
    ),
    CreateTable(
        "ModerationAction",
        "moderation_actions",
        {
            "actor": reference("User", null=True),
            "user": reference("User"),
            "action": fields.IntEnumField(Action),
            "report": reference("Report", null=True),
            "at": MomentField(),
        },
        indexes={"moderation_actions_user": "(user_id, id)"},
    ),
    append_only("moderation_actions"),
    CreateTable(
        "Appeal",
        "appeals",
        {
            "user": reference("User"),
            "action": reference("ModerationAction"),
            "text": fields.TextField(),
            "appealed_at": MomentField(),
            "state": fields.IntEnumField(AppealState),
            "answer": fields.TextField(null=True),
            "answered_by": reference("User", null=True),
            "answered_at": MomentField(null=True),
        },
        unique=("action_id",),
        checks=(f"(state = {AppealState.OPEN:d}) = (answer IS NULL)",),
        indexes={
            "appeals_user": "(user_id, appealed_at)",
            "appeals_queue": "(state, appealed_at, action_id)",
            "appeals_age": "(appealed_at, action_id)",
        },
    ),
]

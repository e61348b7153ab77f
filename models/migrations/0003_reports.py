"""Reports with their filings and evidence."""

from tortoise import fields
from tortoise.migrations import Migration as Base

from models.db.fields import MomentField, reference
from models.db.operations import CreateTable
from models.reports import ReportStatus, Resolution, SubjectKind
from rules.refusals import ReportReason


class Migration(Base):
    """What moderators work from."""

    dependencies = [("models", "0002_messaging")]
    operations = [
        CreateTable(
            "Report",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("reporter", reference("User")),
                ("user", reference("User")),
                ("subject_kind", fields.IntEnumField(SubjectKind)),
                ("subject_id", fields.BigIntField()),
                ("status", fields.IntEnumField(ReportStatus)),
                ("created_at", MomentField()),
                ("claimed_by", reference("User", null=True)),
                ("resolution", fields.IntEnumField(Resolution, null=True)),
                ("resolved_at", MomentField(null=True)),
                ("until", MomentField(null=True)),
                ("username", fields.TextField()),
                ("display_name", fields.TextField()),
                ("avatar_url", fields.TextField(null=True)),
            ],
            {"table": "reports"},
            partial_indexes=[
                "CREATE UNIQUE INDEX IF NOT EXISTS reports_open"
                " ON reports (reporter_id, subject_kind, subject_id) WHERE status <> 2"
            ],
        ),
        CreateTable(
            "ReportFiling",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("report", reference("Report")),
                ("reason", fields.IntEnumField(ReportReason)),
                ("note", fields.TextField()),
                ("filed_at", MomentField()),
            ],
            {"table": "report_filings"},
        ),
        CreateTable(
            "ReportEvidence",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("report", reference("Report")),
                ("message_id", fields.BigIntField()),
                ("sender_id", fields.BigIntField()),
                ("text", fields.TextField()),
                ("sent_at", MomentField()),
                ("reported", fields.BooleanField()),
            ],
            {"table": "report_evidence", "unique_together": (("report_id", "message_id"),)},
        ),
    ]

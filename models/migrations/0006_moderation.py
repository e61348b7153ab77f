"""What moderators did, and the orders in which they read reports."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations import Migration as Base
from tortoise.migrations.operations import RunSQL

from models.db.fields import MomentField, reference
from models.db.operations import AppendOnly, CreateTable
from models.moderation import Action
from rules.refusals import ReportReason

QUEUES = [
    "CREATE INDEX IF NOT EXISTS reports_queue ON reports (status, created_at, id)",
    "CREATE INDEX IF NOT EXISTS reports_age ON reports (created_at, id)",
    "CREATE INDEX IF NOT EXISTS reports_user ON reports (user_id, created_at, id)",
    "CREATE INDEX IF NOT EXISTS report_filings_report ON report_filings (report_id, id)",
]


class Migration(Base):
    """Two tables; indexes of the reports."""

    dependencies = [("models", "0005_installation")]
    operations = [
        CreateTable(
            "AccountWarning",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("user", reference("User")),
                ("reason", fields.IntEnumField(ReportReason)),
                ("given_at", MomentField()),
            ],
            {"table": "warnings", "indexes": [Index(fields=("user_id", "id"), name="warnings_user")]},
        ),
        CreateTable(
            "ModerationAction",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("actor", reference("User")),
                ("user", reference("User")),
                ("action", fields.IntEnumField(Action)),
                ("report", reference("Report", null=True)),
                ("at", MomentField()),
            ],
            {
                "table": "moderation_actions",
                "indexes": [Index(fields=("user_id", "id"), name="moderation_actions_user")],
            },
        ),
        AppendOnly("moderation_actions"),
        RunSQL(QUEUES),
    ]

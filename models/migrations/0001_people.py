"""Users, who follows and who blocks whom, and each user's stream."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations import Migration as Base

from models.db.fields import DayField, MomentField, reference
from models.db.operations import CreateTable
from models.db.timestamps import EPOCH


class Migration(Base):
    """The first tables."""

    initial = True
    operations = [
        CreateTable(
            "User",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("host_id", fields.TextField()),
                ("username", fields.TextField(null=True)),
                ("display_name", fields.TextField()),
                ("avatar_url", fields.TextField(null=True)),
                ("is_verified", fields.BooleanField(default=False)),
                ("birth_date", DayField(null=True)),
                ("region", fields.TextField(null=True)),
                ("phone_verified", fields.BooleanField(default=False)),
                ("is_active", fields.BooleanField(default=True)),
                ("erased_at", MomentField(null=True)),
                ("account_created_at", MomentField()),
                ("audience", fields.SmallIntField(null=True)),
                ("read_receipts", fields.BooleanField(default=False)),
                ("restricted_until", MomentField(null=True)),
                ("restriction_reason", fields.SmallIntField(null=True)),
                ("age_share", fields.FloatField(default=1.0)),
                ("username_key", fields.TextField(null=True)),
            ],
            {"table": "users", "unique_together": (("host_id",), ("username_key",))},
        ),
        CreateTable(
            "Follow",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("follower", reference("User")),
                ("followee", reference("User")),
                ("created_at", MomentField()),
            ],
            {
                "table": "follows",
                "unique_together": (("follower_id", "followee_id"),),
                "indexes": [Index(fields=("followee_id", "follower_id"), name="follows_followee")],
            },
            checks=["follower_id <> followee_id"],
        ),
        CreateTable(
            "Block",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("blocker", reference("User")),
                ("blocked", reference("User")),
                ("created_at", MomentField()),
            ],
            {"table": "blocks", "unique_together": (("blocker_id", "blocked_id"),)},
            checks=["blocker_id <> blocked_id"],
        ),
        CreateTable(
            "UserStream",
            [
                (
                    "user",
                    fields.OneToOneField(
                        "models.User", related_name=False, on_delete=fields.NO_ACTION, primary_key=True
                    ),
                ),
                ("last_seq", fields.BigIntField(default=0)),
                ("epoch", fields.SmallIntField(default=1)),
                ("fence", fields.BigIntField(default=0)),
                ("bucket_at", MomentField(default=EPOCH)),
            ],
            {"table": "user_streams", "pk_attr": "user_id"},
        ),
    ]

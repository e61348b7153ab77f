"""All tables."""

from tortoise import fields
from tortoise.migrations import Migration as Base

from models.db.ddl import FUNCTIONS, CreateTable
from models.db.fields import EPOCH, DayField, FoldedField, MomentField, reference
from models.db.statements import numbers
from models.migrations._moderation import MODERATION
from models.migrations._streams import STREAMS
from rules.requests import REQUEST_FOLDERS, THREAD_FOLDERS, Folder

USERS = [
    CreateTable(
        "User",
        "users",
        {
            "host_id": fields.TextField(),
            "username": fields.TextField(null=True),
            "display_name": fields.TextField(),
            "avatar_url": fields.TextField(null=True),
            "is_verified": fields.BooleanField(default=False),
            "birth_date": DayField(null=True),
            "region": fields.TextField(null=True),
            "phone_verified": fields.BooleanField(default=False),
            "is_active": fields.BooleanField(default=True),
            "erased_at": MomentField(null=True),
            "account_created_at": MomentField(),
            "names_changed_at": MomentField(null=True),
            "audience": fields.SmallIntField(null=True),
            "read_receipts": fields.BooleanField(default=False),
            "request_policy": fields.SmallIntField(default=0),
            "paused_at": MomentField(null=True),
            "paused_until": MomentField(null=True),
            "paused_count": fields.IntField(null=True),
            "restricted_until": MomentField(null=True),
            "restriction_reason": fields.SmallIntField(null=True),
            "restriction_action_id": fields.BigIntField(null=True),
            "age_share": fields.FloatField(default=1.0),
            "username_key": fields.TextField(null=True),
            "username_folded": FoldedField(default=""),
            "display_name_folded": FoldedField(default=""),
            "found_by": FoldedField(default=""),
            "tokens_valid_from": MomentField(null=True),
            "revocation": fields.BigIntField(null=True),
        },
        unique=("host_id", "username_key"),
        indexes={
            "users_username_folded": "(username_folded, id)",
            "users_paused": "(paused_until) WHERE paused_until IS NOT NULL AND paused_count IS NULL",
            "users_erased": "(erased_at) WHERE erased_at IS NOT NULL",
            "users_revocation": "(revocation) WHERE revocation IS NOT NULL",
        },
    ),
    CreateTable(
        "UserName",
        "user_names",
        {"user": reference("User"), "start": FoldedField()},
        unique=("user_id, start",),
        indexes={"user_names_start": "(start, user_id)"},
    ),
    CreateTable(
        "UserLook",
        "user_looks",
        {"user": reference("User"), "look": FoldedField()},
        unique=("user_id, look",),
        indexes={"user_looks_look": "(look, user_id)"},
    ),
    CreateTable(
        "UserStream",
        "user_streams",
        {
            "user": fields.OneToOneField(
                "models.User", related_name=False, on_delete=fields.NO_ACTION, primary_key=True
            ),
            "last_seq": fields.BigIntField(default=0),
            "epoch": fields.SmallIntField(default=1),
            "fence": fields.BigIntField(default=0),
            "bucket_at": MomentField(default=EPOCH),
            "requests_seen": fields.BigIntField(default=0),
        },
    ),
    CreateTable(
        "UserEvent",
        "user_events",
        {
            "user_id": fields.BigIntField(),
            "seq": fields.BigIntField(),
            "kind": fields.SmallIntField(),
            "at": MomentField(),
            **{name: fields.BigIntField(null=True) for name in ("thread_id", "message_id", "peer_id")},
        },
        unique=("user_id, seq",),
    ),
    CreateTable(
        "AttemptMark",
        "attempt_marks",
        {"mark": fields.BigIntField(), "at": MomentField()},
        unique=("mark",),
    ),
    CreateTable(
        "Follow",
        "follows",
        {"follower": reference("User"), "followee": reference("User"), "created_at": MomentField()},
        unique=("follower_id, followee_id",),
        checks=("follower_id <> followee_id",),
        indexes={"follows_followee": "(followee_id, follower_id)"},
    ),
    CreateTable(
        "Block",
        "blocks",
        {
            "blocker": reference("User"),
            "blocked": reference("User"),
            "created_at": MomentField(),
            "until": MomentField(null=True),
        },
        unique=("blocker_id, blocked_id",),
        checks=("blocker_id <> blocked_id",),
        indexes={
            "blocks_blocker": "(blocker_id, created_at, id)",
            "blocks_ending": "(until) WHERE until IS NOT NULL",
        },
    ),
    CreateTable(
        "FilterWords",
        "filter_words",
        {
            "user": reference("User"),
            "words": fields.TextField(),
            "needles": fields.TextField(),
            "entries": fields.TextField(null=True),
        },
        unique=("user_id",),
    ),
    CreateTable(
        "ContactCode",
        "contact_codes",
        {
            "user": reference("User"),
            "digest": fields.TextField(),
            "label": fields.TextField(),
            "uses": fields.IntField(),
            "used": fields.IntField(default=0),
            "created_at": MomentField(),
            "expires_at": MomentField(null=True),
        },
        unique=("user_id, digest",),
        checks=("used BETWEEN 0 AND uses",),
    ),
]

IN_INBOX = f"folder IN ({numbers(THREAD_FOLDERS)})"
ASKED = f"folder IN ({numbers(REQUEST_FOLDERS)})"
LISTED, WHERE_PENDING = "NOT blocked", "WHERE opened_at IS NULL AND NOT blocked"
UNREAD = f"{IN_INBOX} AND {LISTED} AND (unread > 0 OR marked_unread)"

THREADS = [
    CreateTable(
        "Thread",
        "threads",
        {
            "low": reference("User"),
            "high": reference("User"),
            "opened_at": MomentField(null=True),
            "last_seq": fields.IntField(default=0),
            "created_at": MomentField(),
            "requester": reference("User", null=True),
            "hints": fields.SmallIntField(default=0),
            "text_mark": fields.BigIntField(default=0),
        },
        unique=("low_id, high_id",),
        checks=("low_id < high_id",),
        indexes={"threads_requester": "(requester_id, id) WHERE requester_id IS NOT NULL"},
    ),
    CreateTable(
        "Message",
        "messages",
        {
            "thread_id": fields.BigIntField(),
            "seq": fields.IntField(),
            "sender_id": fields.BigIntField(),
            "text": fields.TextField(),
            "sunk": fields.BooleanField(default=False),
            "receipt": fields.BooleanField(default=False),
            "sent_at": MomentField(),
        },
        unique=("thread_id, seq",),
    ),
    CreateTable(
        "Membership",
        "memberships",
        {
            "thread": reference("Thread"),
            "user": reference("User"),
            "peer": reference("User"),
            "folder": fields.IntEnumField(Folder),
            "opened_at": MomentField(null=True),
            "blocked": fields.BooleanField(default=False),
            "unaccepted": fields.SmallIntField(default=0),
            "hidden_reasons": fields.SmallIntField(default=0),
            "started": fields.BooleanField(),
            "activity_at": MomentField(),
            "last_message_id": fields.BigIntField(null=True),
            "last_message_seq": fields.IntField(null=True),
            "last_message_sender_id": fields.BigIntField(null=True),
            "last_message_text": fields.TextField(null=True),
            "last_message_sent_at": MomentField(null=True),
            "last_message_receipt": fields.BooleanField(null=True),
            "unread": fields.IntField(default=0),
            "read_seq": fields.IntField(default=0),
            "seen_seq": fields.IntField(default=0),
            "hidden_before": fields.IntField(default=0),
            "arrived_seq": fields.BigIntField(default=0),
            "muted": fields.BooleanField(default=False),
            "muted_until": MomentField(null=True),
            "marked_unread": fields.BooleanField(default=False),
            "never": fields.BooleanField(default=False),
            "moved": fields.BooleanField(default=False),
            "deleted_count": fields.IntField(default=0),
            "undo_until": MomentField(null=True),
            "undo_seq": fields.BigIntField(null=True),
            "undo_folder": fields.IntEnumField(Folder, null=True),
            "undo_hidden_before": fields.IntField(null=True),
            "undo_hidden_reasons": fields.SmallIntField(null=True),
            "undo_moved": fields.BooleanField(default=False),
        },
        unique=("thread_id, user_id", "user_id, peer_id"),
        checks=(
            f"folder BETWEEN {Folder.NONE:d} AND {Folder.HIDDEN:d}",
            f"folder = {Folder.NONE:d} OR (folder = {Folder.INBOX:d}) = (opened_at IS NOT NULL)",
            "unaccepted BETWEEN 0 AND 3",
            "unread >= 0",
            "(last_message_id IS NULL) = (last_message_text IS NULL)",
        ),
        indexes={
            "memberships_inbox": f"(user_id, activity_at, thread_id) WHERE {IN_INBOX} AND {LISTED}",
            "memberships_pending": f"(user_id, folder, activity_at, thread_id, arrived_seq) {WHERE_PENDING}",
            "memberships_archive": f"(user_id, activity_at, thread_id) WHERE {ASKED} AND {LISTED}",
            "memberships_unread": f"(user_id, activity_at, thread_id, muted, muted_until) WHERE {UNREAD}",
            "memberships_undo": "(user_id, undo_seq) WHERE undo_seq IS NOT NULL",
        },
    ),
    CreateTable(
        "Quota",
        "quotas",
        {"user": reference("User"), "day": DayField(), "pairs": fields.IntField()},
        unique=("user_id, day",),
        checks=("pairs >= 0",),
    ),
    CreateTable(
        "ClientKey",
        "client_keys",
        {
            "user": reference("User"),
            "key": fields.TextField(),
            "fingerprint": fields.TextField(),
            "message_id": fields.BigIntField(null=True),
            "created_at": MomentField(),
        },
        unique=("user_id, key",),
    ),
]


class Migration(Base):
    """Each table comes after those that it refers to."""

    initial = True
    operations = [
        FUNCTIONS,
        *USERS,
        *THREADS,
        *MODERATION,
        *STREAMS,
        CreateTable(
            "Installation",
            "installation",
            {
                "revocations": fields.BigIntField(default=0),
                "epoch": fields.SmallIntField(default=1),
                "home": fields.TextField(default=""),
            },
        ),
        CreateTable(
            "SealingSecret",
            "sealing_secrets",
            {
                "secret": fields.TextField(),
                "seals_from": MomentField(),
                "opens_until": MomentField(null=True),
            },
            unique=("seals_from",),
        ),
    ]

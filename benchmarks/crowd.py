"""A viewer with as much of everything as a page can show, for measurements of the service."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tortoise.backends.base.client import BaseDBAsyncClient

from models.appeals import Appeal
from models.contact_codes import ContactCode
from models.db.database import Database
from models.db.statements import Write
from models.filtering import set_filter_words
from models.messages import LAST_VISIBLE, Message, unread_after
from models.moderation import AccountWarning, Action, ModerationAction
from models.relations import Block, Follow
from models.reports import Report, ReportEvidence, ReportFiling, ReportStatus, SubjectKind
from models.threads import Membership, Thread
from rules.contact_codes import MOST_CODES
from rules.filtering.choices import FilterEntry, FilterPlace
from rules.filtering.words import MOST_WORDS
from rules.moderation import AppealState
from rules.policy import Policy
from rules.problems import ReportReason
from rules.requests import Folder
from schema.types.context import Services
from server.contexts import make_services
from tests.users import User

EACH, ASKED = 110, 500
"""Rows of each kind: more than a page, and as many own requests as insights look at."""

NOW = datetime.now(UTC)
SHOW = Write(
    f"UPDATE memberships AS m SET {LAST_VISIBLE}, unread = {unread_after('m.read_seq')} WHERE id = $1"
)
"""Gives a side its last message and unread count."""

LONG, SHORT = ("word " * 400).strip(), ("ask? " * 100).strip()


@dataclass(frozen=True, slots=True)
class Crowd:
    """Keys of users: `viewer` has all of it, `moderator` reads reports of others.

    `requests`: of the viewer's sides, the first is hidden; `warning`: the audit log's line of one without an appeal.
    """

    services: Services
    viewer: int
    moderator: int
    peers: list[int]
    strangers: list[int]
    requests: list[int]
    warning: int


@asynccontextmanager
async def crowd(each: int = EACH, asked: int = ASKED) -> AsyncIterator[Crowd]:
    """On a SQLite file of its own, so that what the database costs is seen in the process."""
    with TemporaryDirectory() as folder:
        database = await Database.open(f"sqlite:///{Path(folder) / 'crowd.db'}")
        try:
            services = await make_services(database, Policy(bucket_size=1_000))
            yield await _Making(services, each, asked).make()
        finally:
            await database.close()


@dataclass(slots=True)
class _Making:
    services: Services
    each: int
    asked: int

    async def make(self) -> Crowd:
        viewer, moderator = await self.user("viewer"), await self.user("moderator")
        peers = [await self.user(f"peer{number}") for number in range(self.each)]
        senders = [await self.user(f"sender{number}") for number in range(self.each)]
        asked = [await self.user(f"asked{number}") for number in range(self.asked)]
        blocked = [await self.user(f"blocked{number}") for number in range(self.each)]
        strangers = [await self.user(f"stranger{number}") for number in range(self.each)]
        for peer in peers:
            await self.follow(viewer, peer)
            await self.follow(peer, viewer)
            await self.open_thread(viewer, peer)
        requests = [await self.request(sender, viewer) for sender in senders]
        await (
            Membership.filter(thread_id=requests[0], user_id=viewer)
            .using_db(self.orm)
            .update(folder=Folder.HIDDEN)
        )
        for recipient in asked:
            await self.request(viewer, recipient)
        for user in strangers:
            await self.report(viewer, user)
        for user in blocked:
            await Block.create(using_db=self.orm, blocker_id=viewer, blocked_id=user, created_at=NOW)
            await self.appeal(user, await self.warning(user, moderator))
        for _ in range(self.each):
            await self.appeal(viewer, await self.warning(viewer, moderator))
        await self.settings(viewer)
        warning = await self.warning(viewer, moderator)
        return Crowd(self.services, viewer, moderator, peers, strangers, requests, warning)

    @property
    def orm(self) -> BaseDBAsyncClient:
        return self.services.database.orm

    async def user(self, name: str) -> int:
        user = await User.create(
            using_db=self.orm,
            host_id=f"host-{name}",
            username=name,
            display_name=f"{name.title()} Of The Crowd",
            avatar_url=f"https://pictures.example/{name}.jpg",
            birth_date=date(1990, 1, 1),
            phone_verified=True,
            account_created_at=NOW - timedelta(days=400),
        )
        return int(user.id)

    async def follow(self, follower: int, followee: int) -> None:
        await Follow.create(using_db=self.orm, follower_id=follower, followee_id=followee, created_at=NOW)

    async def thread(self, one: int, other: int, opened_at: datetime | None) -> int:
        low, high = sorted((one, other))
        thread = await Thread.create(
            using_db=self.orm, low_id=low, high_id=high, opened_at=opened_at, created_at=NOW
        )
        return int(thread.id)

    async def messages(self, thread: int, senders: Iterable[int], text: str) -> None:
        rows = [
            Message(thread_id=thread, seq=seq, sender_id=sender, text=text, receipt=True, sent_at=NOW)
            for seq, sender in enumerate(senders, 1)
        ]
        await Message.bulk_create(rows, using_db=self.orm)
        await Thread.filter(id=thread).using_db(self.orm).update(last_seq=len(rows))

    async def open_thread(self, one: int, other: int) -> None:
        thread = await self.thread(one, other, NOW)
        await self.messages(thread, [one, other] * (self.each // 2), LONG)
        for user, peer in ((one, other), (other, one)):
            await self.membership(thread, user, peer, Folder.INBOX)

    async def request(self, sender: int, recipient: int) -> int:
        thread = await self.thread(sender, recipient, None)
        await self.messages(thread, [sender] * 3, SHORT)
        await Thread.filter(id=thread).using_db(self.orm).update(requester_id=sender)
        await self.membership(thread, sender, recipient, Folder.SENT)
        return await self.membership(thread, recipient, sender, Folder.REQUESTS)

    async def membership(self, thread: int, user: int, peer: int, folder: Folder) -> int:
        side = await Membership.create(
            using_db=self.orm,
            thread_id=thread,
            user_id=user,
            peer_id=peer,
            folder=folder,
            opened_at=NOW if folder == Folder.INBOX else None,
            unaccepted=3 if folder == Folder.SENT else 0,
            started=folder == Folder.SENT,
            activity_at=NOW if folder == Folder.INBOX else NOW - timedelta(hours=1),
        )
        await SHOW.run(self.services.database, side.id)
        return int(side.id)

    async def report(self, reporter: int, user: int) -> None:
        report = await Report.create(
            using_db=self.orm,
            reporter_id=reporter,
            user_id=user,
            subject_kind=SubjectKind.USER,
            subject_id=user,
            status=ReportStatus.OPEN,
            created_at=NOW,
            username="then",
            display_name="Then",
        )
        notes = [
            ReportFiling(report_id=report.id, reason=ReportReason.SPAM, note=LONG, filed_at=NOW)
            for _ in range(self.each)
        ]
        await ReportFiling.bulk_create(notes, using_db=self.orm)
        kept = [
            ReportEvidence(
                report_id=report.id,
                message_id=number,
                sender_id=user,
                text=LONG,
                sent_at=NOW,
                reported=True,
            )
            for number in range(self.each)
        ]
        await ReportEvidence.bulk_create(kept, using_db=self.orm)

    async def warning(self, user: int, moderator: int) -> int:
        line = await ModerationAction.create(
            using_db=self.orm, actor_id=moderator, user_id=user, action=Action.WARN, at=NOW
        )
        key = int(line.id)
        await AccountWarning.create(
            using_db=self.orm, user_id=user, reason=ReportReason.SPAM, given_at=NOW, action_id=key
        )
        return key

    async def appeal(self, user: int, decision: int) -> None:
        await Appeal.create(
            using_db=self.orm,
            user_id=user,
            action_id=decision,
            text=LONG,
            appealed_at=NOW - timedelta(days=2),
            state=AppealState.OPEN,
        )

    async def settings(self, user: int) -> None:
        words = [f"word{number}" for number in range(MOST_WORDS)]
        own = [FilterEntry(word, FilterPlace.TEXT, None, self.services.filter.needle(word)) for word in words]
        await set_filter_words(self.services.database, user, own, [])
        codes = [
            ContactCode(user_id=user, digest=f"{number}", label="c" * 64, uses=1_000, created_at=NOW)
            for number in range(MOST_CODES - 1)
        ]
        await ContactCode.bulk_create(codes, using_db=self.orm)

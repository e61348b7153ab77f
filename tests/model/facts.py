"""The facts of the plain model: people, what they wrote to each other, and each one's side of it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

REQUEST_LENGTH = 30
MESSAGE_LENGTH = 60
MOST_UNANSWERED = 3
BUCKET = 8
REFILL = timedelta(seconds=30)
NEW_PAIRS = 3
NEW_PAIRS_YOUNG = 2
YOUNG = timedelta(days=3)
YOUNG_REQUESTS = 1
RECENT = timedelta(days=30)
CLASSES = ("mutualFollows", "recentAccounts", "followers", "unverified", "strangers")
KEY_LIFETIME = timedelta(days=30)
UNDO_WINDOW = timedelta(minutes=10)
ARCHIVE_AFTER = timedelta(days=90)

NOWHERE, INBOX, SENT, REQUESTS, HIDDEN = "nowhere", "inbox", "sent", "requests", "hidden"
ASKED = (REQUESTS, HIDDEN)


@dataclass(eq=False)
class Restriction:
    """Of a moderator; `until` None: without end."""

    reason: str
    until: datetime | None
    appeal: str | None = None


@dataclass(eq=False)
class Warned:
    """Of a moderator."""

    reason: str
    at: datetime
    appeal: str | None = None


@dataclass
class Pause:
    """Quiet time; `count`: the requests that it hid, None until its end was told."""

    since: datetime
    until: datetime
    count: int | None = None


@dataclass(eq=False)
class Code:
    """A contact code; `text` and `id` are known once it is made."""

    label: str
    uses: int
    made_at: datetime
    ends_at: datetime | None
    used: int = 0
    text: str = ""
    id: str = ""


@dataclass
class User:
    """The host's facts of a person, the person's choices, and the used limits. `audience` None: never chosen.

    `decided`: the restrictions that moderators decided on and did not lift, in their order.
    """

    name: str
    created_at: datetime
    is_grown_up: bool = True
    has_phone: bool = True
    is_verified: bool = False
    is_active: bool = True
    is_erased: bool = False
    audience: str | None = None
    receipts: bool = False
    words: list[str] = field(default_factory=list)
    names: list[tuple[str, datetime | None]] = field(default_factory=list)
    policy: dict[str, str | None] = field(default_factory=dict)
    pause: Pause | None = None
    codes: list[Code] = field(default_factory=list)
    follows: set[str] = field(default_factory=set)
    blocks: set[str] = field(default_factory=set)
    block_ends: dict[str, datetime] = field(default_factory=dict)
    restriction: Restriction | None = None
    decided: list[Restriction] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
    appeals: list[Restriction | Warned] = field(default_factory=list)
    reported: set[str] = field(default_factory=set)
    bucket_full_at: datetime | None = None
    pairs: dict[str, int] = field(default_factory=dict)
    requests_seen_at: datetime | None = None


@dataclass
class Message:
    """`can_be_seen`: a receipt may show for it."""

    sender: str
    text: str
    at: datetime
    is_sunk: bool
    can_be_seen: bool


@dataclass
class Happened:
    """An event that may ring a phone, in the thread with `peer`; a decision has no peer, and an accept no message."""

    kind: str
    at: datetime
    peer: str = ""
    message: Message | None = None
    notify: bool = True


@dataclass
class Undo:
    """The threads that a delete took."""

    until: datetime
    place: str
    gone: int
    reasons: set[str]
    is_moved: bool


@dataclass
class Side:
    """A thread as one of its two finds it.

    `gone`, `read`, `seen` count the thread's messages from its beginning: deleted by this one, read by this
    one, shown to this one as seen. `opened_at` is as this one is shown it. `owed`: an accept that this one
    learns of after an unblock.
    """

    place: str = NOWHERE
    gone: int = 0
    read: int = 0
    seen: int = 0
    opened_at: datetime | None = None
    accepted_at: datetime | None = None
    reasons: set[str] = field(default_factory=set)
    is_moved: bool = False
    is_muted: bool = False
    muted_until: datetime | None = None
    kept_unread_at: datetime | None = None
    is_never: bool = False
    is_owed: bool = False
    undo: Undo | None = None
    deleted_at: datetime | None = None
    arrived_at: datetime | None = None
    deletions: int = 0


@dataclass
class Thread:
    """Of two people, whether anything was written or not; `number` is when the first message came."""

    sides: dict[str, Side]
    messages: list[Message] = field(default_factory=list)
    opened_at: datetime | None = None
    number: int = 0


@dataclass
class Kept:
    """The answer to a client key: the index of a message, or None for RecipientUnavailable."""

    given: tuple[str | None, ...]
    at: datetime
    message: int | None


@dataclass
class Plain:
    """All of it."""

    now: datetime
    users: dict[str, User]
    threads: dict[frozenset[str], Thread] = field(default_factory=dict)
    keys: dict[tuple[str, str], Kept] = field(default_factory=dict)
    happened: dict[str, list[Happened]] = field(default_factory=dict)

    def thread(self, one: str, other: str) -> Thread:
        """Theirs."""
        pair = frozenset((one, other))
        if pair not in self.threads:
            self.threads[pair] = Thread({one: Side(), other: Side()})
        return self.threads[pair]

    def side(self, me: str, peer: str) -> Side:
        """Of their thread, as I find it."""
        return self.thread(me, peer).sides[me]

    def visible(self, me: str, peer: str) -> list[Message]:
        """The messages that I can see, oldest first."""
        thread = self.thread(me, peer)
        rest = thread.messages[self.side(me, peer).gone :]
        return [message for message in rest if message.sender == me or not message.is_sunk]

    def blocks(self, one: str, other: str) -> bool:
        return other in self.users[one].blocks

    def follows(self, one: str, other: str) -> bool:
        return other in self.users[one].follows

    def peers(self, me: str) -> list[str]:
        return [name for name in self.users if name != me]

    def shown(self, name: str) -> str:
        """The username that others see."""
        return "deleted" if self.users[name].is_erased else name

    def restriction(self, me: str) -> Restriction | None:
        """The one that applies now."""
        found = self.users[me].restriction
        return found if found and (found.until is None or found.until > self.now) else None

    def happens(
        self, me: str, kind: str, peer: str = "", message: Message | None = None, notify: bool = True
    ) -> None:
        """To me, since pushes were taken the last time."""
        self.happened.setdefault(me, []).append(Happened(kind, self.now, peer, message, notify))

    def is_good(self, code: Code) -> bool:
        """Whether it may open a thread now."""
        return code.used < code.uses and (code.ends_at is None or self.now < code.ends_at)


def problem(name: str, **fields: object) -> dict[str, object]:
    """An expected failure."""
    return {"__typename": name, **fields}


def time(at: datetime | None) -> str | None:
    """As answers spell it."""
    return at.isoformat() if at else None

"""Inputs and results of the filters of requests: filter words, classes of senders, quiet time."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Annotated, Self

import strawberry

from models.filtering import PauseRow
from rules.filtering.choices import Destination, FilterPlace
from rules.filtering.choices import FilterEntry as Stored
from rules.filtering.choices import RequestPolicy as Chosen
from rules.filtering.reasons import HiddenReason as HiddenReason
from rules.filtering.words import LONGEST_WORD, MOST_WORDS
from schema.types.context import Info
from schema.types.directives import Constraint
from schema.types.node import FromRow, from_row
from schema.types.problems import InvalidInput, SettingSuccess, result_of
from schema.types.scalars import described

described(
    HiddenReason,
    "Why a request is hidden.",
    BANNED_WORD="A text has a word that the service bans.",
    LINK="A text has a link.",
    CONTACT_DETAILS="A text has an e-mail address or a phone number.",
    OWN_WORD="A text has one of the viewer's filter words.",
    NEW_ACCOUNT="The sender is a young account with many unanswered requests.",
    POLICY="The viewer's own policy sends requests of this class of senders to Hidden.",
    PAUSED="The request began, or came back from the archive, while the viewer had paused requests.",
    OWN_WORD_NAME="The sender's name has one of the viewer's filter words for names.",
)


described(
    FilterPlace,
    "Where a filter word is looked for.",
    TEXT="In the texts of a request.",
    NAME="In the display name and the username of its sender.",
)


described(
    Destination,
    "The folder for the requests of a class of senders.",
    name="RequestDestination",
    REQUESTS="Requests, unless another filter hides it.",
    HIDDEN="Hidden, with the reason POLICY: no event, not in the badge.",
)

_NONE_CHOSEN = "Null: this class decides nothing."


def _choice(senders: str) -> Destination | None:
    found: Destination | None = strawberry.field(default=None, description=f"{senders} {_NONE_CHOSEN}")
    return found


@dataclass
class _Choices:
    """One for each class of senders, in the policy and in its input."""

    mutual_follows: Destination | None = _choice(
        "Senders followed by someone whom the viewer follows: friends of friends."
    )
    recent_accounts: Destination | None = _choice("Senders with an account younger than {recent_account}.")
    followers: Destination | None = _choice("Senders who follow the viewer.")
    unverified: Destination | None = _choice("Senders without a verified mark.")
    strangers: Destination | None = _choice("All senders.")


@strawberry.type(
    description="Where requests go by the class of their sender. Of the classes that the sender is in, the first one "
    "with a choice decides, in the order of these fields. Without one the request goes to Requests."
)
class RequestPolicy(_Choices):
    """No sender can see it."""

    @classmethod
    def of(cls, chosen: Chosen) -> Self:
        """The classes have the same order."""
        return cls(**chosen._asdict())


@strawberry.type
class RequestPause(FromRow[PauseRow]):
    """A quiet time: requests that begin in it go to Hidden with the reason PAUSED, without event or badge."""

    since: datetime = from_row("When it began, UTC.")
    until: datetime = from_row("When it ends or ended, UTC.")

    @strawberry.field
    def is_on(self, info: Info) -> bool:
        """Whether it is on now, by the clock."""
        return self.row.count is None and info.context.now < self.row.until

    requests_hidden: int | None = from_row(
        "How many of its requests were in Hidden at its end; null until the end is told, which is seconds after "
        "`until`.",
        name="count",
    )


@strawberry.input
class PauseRequestsInput:
    """Pause requests until a time, or end the pause. A pause that is on is made longer or shorter."""

    until: datetime | None = strawberry.field(
        default=None,
        description="When the quiet time ends: in the future and at most ten years ahead, else InvalidInput. Null ends "
        "it now; if none is on, nothing changes.",
    )


@strawberry.type
class PauseRequestsSuccess(SettingSuccess):
    """Requests are paused until then, or not any more. No sender learns of it."""


@strawberry.input
class UpdateRequestPolicyInput(_Choices):
    """Choose where requests go by the class of their sender. The choices replace those set before; the audience still
    decides who may write at all."""

    @property
    def chosen(self) -> Chosen:
        """The classes have the same order."""
        return Chosen(**asdict(self))


@strawberry.type
class UpdateRequestPolicySuccess(SettingSuccess):
    """The policy is set. No sender learns of it."""


@strawberry.type
class FilterEntry(FromRow[Stored]):
    """A filter word that ends by itself, or that is looked for in names."""

    word: str = from_row("The word or phrase, 1 to 64 code points.")
    place: FilterPlace = from_row("Where it is looked for.")
    until: datetime | None = from_row("When it ends, UTC; null: it does not end by itself.")


@strawberry.input
class FilterEntryInput:
    """A filter word that ends by itself, or that is looked for in names."""

    word: str = strawberry.field(
        description=f"The word or phrase, as in `words`: 1 to {LONGEST_WORD} code points after trimming.",
        directives=[Constraint(min_length=1, max_length=LONGEST_WORD)],
    )
    place: FilterPlace = strawberry.field(
        default=FilterPlace.TEXT, description="Where it is looked for; texts unless given."
    )
    until: datetime | None = strawberry.field(
        default=None,
        description="When it ends: in the future and at most ten years ahead. Null: it does not end by itself.",
    )


@strawberry.input
class UpdateFilterWordsInput:
    """Choose the words that send a request to Hidden. They replace the words set before."""

    words: list[str] = strawberry.field(
        description=f"At most {MOST_WORDS} words or phrases, each of 1 to {LONGEST_WORD} code points after trimming; "
        "repeated ones are kept once. A word with symbols, such as `c++`, is found only with them. A longer list or "
        "word, an empty word, or one that no text could match, such as `!!!`, is InvalidInput, and no"
        " word is set.",
        directives=[Constraint(max_items=MOST_WORDS, min_length=1, max_length=LONGEST_WORD)],
    )
    entries: list[FilterEntryInput] | None = strawberry.field(
        default=None,
        description=f"At most {MOST_WORDS} further words, each with an end or for names. They replace the entries set "
        "before; null, or not given: those stay. A flaw of one is InvalidInput, and no word is set.",
        directives=[Constraint(max_items=MOST_WORDS)],
    )


@strawberry.type
class UpdateFilterWordsSuccess(SettingSuccess):
    """The words are set."""


PauseRequestsResult = Annotated[PauseRequestsSuccess | InvalidInput, result_of("pauseRequests")]
UpdateRequestPolicyResult = Annotated[
    UpdateRequestPolicySuccess | InvalidInput, result_of("updateRequestPolicy")
]
UpdateFilterWordsResult = Annotated[UpdateFilterWordsSuccess | InvalidInput, result_of("updateFilterWords")]

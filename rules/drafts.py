"""Advice for a request's text before it is sent, the facts that are stored once it is sent, and their results."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntFlag
from hashlib import blake2b
from itertools import islice

from rules.filtering.contacts import shown
from rules.filtering.reasons import HiddenReason

GREETINGS = """
hi, hiya, hey, heya, hello, helo, halo, hallo, yo, sup, howdy, greetings, good morning, good afternoon,
good evening, good day, good night, gm, morning, how are you, how are you doing, how r u, how are u, how is it going,
hows it going, how do you do, whats up, what is up, wassup, wyd, hru, hi there, hey there, hello there, hi everyone,
hello everyone, hello again, hi again, nice to meet you,
hola, buenas, buenos dias, buenas tardes, buenas noches, que tal, como estas, como esta, que pasa,
oi, ola, bom dia, boa tarde, boa noite, tudo bem, tudo bom, como vai, e ai,
salut, bonjour, bonsoir, coucou, ca va, comment ca va, comment vas tu, comment allez vous,
guten tag, guten morgen, guten abend, gute nacht, moin, servus, gruß dich, grußt euch, gruß gott, wie gehts,
wie geht es dir, wie geht es ihnen, na,
ciao, buongiorno, buonasera, salve, come va, come stai, tutto bene,
hoi, goedemorgen, goedemiddag, goedenavond, hoe gaat het, alles goed,
hej, hejsan, tjena, god morgon, god kvall, hur mar du, hvordan gar det, moi, terve, hei, god dag,
czesc, siema, dzien dobry, dobry wieczor, co tam, jak sie masz, ahoj, dobry den, jak se mas,
merhaba, selam, gunaydin, iyi aksamlar, nasilsin, naber,
geia, geia sou, γεια, γεια σου, γεια σας, καλημερα, καλησπερα, τι κανεις,
привет, приветик, здравствуи, здравствуите, добрыи день, добрыи вечер, доброе утро, как дела, как ты, хаи, прив,
привіт, добрии день, як справи, вітаю,
مرحبا, اهلا, اهلا وسهلا, السلام عليكم, سلام, صباح الخير, مساء الخير, كيف حالك, هاي, هلا, درود,
שלום, היי, הי, מה נשמע, מה קורה,
नमस्ते, नमस्कार, हाय, हैलो, कैसे हो, आप कैसे हैं, namaste, kaise ho, salam, assalamualaikum, apa kabar, selamat pagi, hai,
xin chao, chao, chao ban, chao em, chao anh, สวัสดี, สวัสดีครับ, สวัสดีค่ะ, หวัดดี,
你好, 您好, 你好吗, 嗨, 哈喽, 哈啰, 早上好, 晚上好, 早安, 晚安, 在吗, 在嗎, 你好嗎,
こんにちは, こんばんは, おはよう, おはようございます, はじめまして, やあ, どうも, もしもし, お元気ですか,
안녕, 안녕하세요, 하이, 여보세요, 반가워요, 반갑습니다, 잘 지내요
"""
"""Separated by commas."""

QUESTIONS = """
what, whats, how, hows, why, whens, wheres, whos, when is, when are, when do, when does, when can, when will,
where is, where are, where do, where does, where did, where can, who is, who are, who does, which one,
do you, did you, does it, does this, does anyone, are you, is it, is there, is this, is that, are there, are these,
can you, can i, can we, could you, could i, could we, would you, will you, would it, have you, has it, may i,
should i, should we, shall we, any chance, any idea, wanna, do u, are u, can u, r u, wondering if, wondered if,
kannst du, konntest du, hast du, bist du, magst du, willst du, weißt du, darf ich, kann ich, konnen sie, haben sie,
wie viel, wieviel, warum, wieso, wie geht, wie hast, was kostet, was ist, was machst, wo ist, wann ist,
est ce que, pourquoi, combien, peux tu, pouvez vous, avez vous, est ce, puis je,
cuanto, cuando es, por que, puedo, puedes, quanto custa, voce pode, voce tem, czy, misin, musun, هل, 吗, 嗎, क्या
"""
"""Words that ask without a question mark. They rarely occur in a text that asks nothing."""

ENDINGS = ("吗", "嗎", "呢", "么", "か", "かな", "까", "나요", "니", "은가요", "인가요")
"""First words of a sentence that asks without a question mark."""

ABBREVIATIONS = "mr|mrs|ms|dr|prof|st|vs|etc|ca|bzw|usw|nr|sr|sra|approx"
"""A full stop after one of these, or after a single letter, does not end a sentence."""

_KANA, _HAN, _UNSPACED = "\u3041-\u30ff", "\u3400-\u9fff", "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_WORD = re.compile(rf"[{_HAN}]{{1,2}}|[{_KANA}]{{1,10}}|[{_UNSPACED}]{{1,8}}|[^\W_{_HAN}{_KANA}{_UNSPACED}]+")
"""In scripts without spaces between words, a few letters count as one word."""

_NO_END = re.compile(rf"(?<!\w)(?:[^\W\d_]|\d\d?|{ABBREVIATIONS})\.(?=\s*\S)", re.IGNORECASE)
_END = re.compile(r"[!?\n\u3002\u0964\u0965\u061f\u06d4\u1362\u0589]+|\.+(?=\s|$)")
_ASKS = re.compile(r"[?\u061f\u055e\u1367](?![A-Za-z0-9=&%])|[\u0370-\u03ff]\s*;")
_APOSTROPHE = re.compile("['\u2019\u02bc`]")
_FEWEST_CAPITALS = 4


class Wording:
    """A text, split once into the parts that the hints need."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._shown = shown(text)
        self._sentences = _sentences(self._shown)
        self.words = _words(self._shown)

    @property
    def is_long(self) -> bool:
        """By its letters or its sentences; only those with a word count, and a line counts as a sentence too."""
        with_words = (part for part in self._sentences if any(map(str.isalnum, part)))
        return len(self._text.strip()) > MOST_LENGTH or len(list(with_words)) > MOST_SENTENCES

    @property
    def plain(self) -> str:
        """The same for texts that differ only in case, spaces and invisible characters."""
        return " ".join(self._shown.casefold().split())

    def asks(self) -> bool:
        """A question mark of any script counts, and so does a common question without one."""
        if _ASKS.search(self._shown) or _QUESTION.search(" ".join(self.words)):
            return True
        return any(part.rstrip(" .~").endswith(ENDINGS) for part in self._sentences)

    def only_greets(self) -> bool:
        """Whether the text has greetings and at most a name."""
        others = (word for word in self.words if _unstretched(word) not in _GREETING_WORDS)
        if len(list(islice(others, 2))) > 1:
            return False
        said = " ".join(map(_unstretched, self.words))
        rest = _GREETING.sub("", said)
        return rest != said and len(rest.split()) <= 1

    def shouts(self) -> bool:
        """Whether it has only capitals, and more of them than an abbreviation has."""
        return self._shown.isupper() and sum(map(str.isupper, self._shown)) >= _FEWEST_CAPITALS


def _sentences(shown: str) -> list[str]:
    return _END.split(_NO_END.sub(" ", shown) if "." in shown else shown)


def _words(shown: str) -> list[str]:
    """Lower case, without accents and signs."""
    parts = unicodedata.normalize("NFD", _APOSTROPHE.sub("", shown).casefold())
    return _WORD.findall(parts if parts.isascii() else "".join(filter(_is_no_mark, parts)))


def _is_no_mark(char: str) -> bool:
    return unicodedata.category(char)[0] != "M"


def _unstretched(word: str) -> str:
    return word.rstrip(word[-1]) + word[-1]


def _said(phrases: str) -> set[str]:
    return {" ".join(map(_unstretched, _words(shown(phrase)))) for phrase in phrases.split(",")}


def _any_of(said: set[str]) -> re.Pattern[str]:
    """Matches whole words; the longest alternative is tried first."""
    return re.compile(rf"(?<!\S)(?:{'|'.join(sorted(said, key=len, reverse=True))})(?!\S)")


_GREETING = _any_of(_said(GREETINGS))
_GREETING_WORDS = frozenset(" ".join(_said(GREETINGS)).split())
_QUESTION = _any_of(_said(QUESTIONS))

MOST_SENTENCES, MOST_LENGTH = 3, 300
REMEMBERED = 5
"""How many of the last requests a text is compared with."""


class DraftHint(IntFlag):
    """In the order in which clients get them. The numbers are stored as a sum."""

    TOO_LONG = 1
    BARE_GREETING = 2
    ONE_WORD = 4
    NO_QUESTION = 8
    ALL_CAPITALS = 16
    LINK = 32
    CONTACT_DETAILS = 64
    REPEATED = 128


NO_HINTS = DraftHint(0)


def hints_of(wording: Wording, contacts: HiddenReason) -> DraftHint:
    """The text alone decides, so REPEATED is never among them; `contacts` is the result of `Filter.contacts`."""
    holds = (
        (DraftHint.TOO_LONG, wording.is_long),
        (DraftHint.BARE_GREETING, wording.only_greets()),
        (DraftHint.ONE_WORD, len(wording.words) <= 1),
        (DraftHint.NO_QUESTION, not wording.asks()),
        (DraftHint.ALL_CAPITALS, wording.shouts()),
        (DraftHint.LINK, HiddenReason.LINK in contacts),
        (DraftHint.CONTACT_DETAILS, HiddenReason.CONTACT_DETAILS in contacts),
    )
    return DraftHint(sum(hint for hint, does_hold in holds if does_hold))


def mark_of(wording: Wording) -> int:
    """A signed 64-bit hash that later texts are compared with; equal for texts that are equal when `plain`."""
    digest = blake2b(wording.plain.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def repeated(mark: int, earlier: Collection[int]) -> DraftHint:
    """REPEATED if the mark equals one of the last requests' marks."""
    return DraftHint.REPEATED if mark in earlier else NO_HINTS


MOST_REQUESTS = 500
"""Enough of the last requests to learn from; the bound keeps the work small."""


@dataclass(slots=True)
class Tally:
    """How many requests were sent, and how many of those were accepted."""

    sent: int = 0
    accepted: int = 0


@dataclass(frozen=True, slots=True)
class Insights:
    """`slots` by ISO weekday (1 is Monday) and hour, UTC, of the sending; slots without a request are left out."""

    seconds_to_accept: list[float] = field(default_factory=list)
    total: Tally = field(default_factory=Tally)
    slots: defaultdict[tuple[int, int], Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_hint: dict[DraftHint, Tally] = field(default_factory=lambda: {hint: Tally() for hint in DraftHint})

    def add(self, sent_at: datetime, accepted_at: datetime | None, hints: DraftHint) -> None:
        """One more request: when its first message was sent, when it was accepted, if it was, and its hints."""
        slot = self.slots[sent_at.isoweekday(), sent_at.hour]
        for tally in (self.total, slot, *(self.by_hint[hint] for hint in hints)):
            tally.sent += 1
            tally.accepted += accepted_at is not None
        if accepted_at:
            self.seconds_to_accept.append((accepted_at - sent_at).total_seconds())

    @property
    def rate(self) -> float | None:
        """The accepted share, 0 to 1; None without requests."""
        return self.total.accepted / self.total.sent if self.total.sent else None

    @property
    def median_seconds_to_accept(self) -> int | None:
        """Whole seconds; None if none was accepted."""
        # Its import takes memory, and few processes are asked.
        from statistics import median

        return int(median(self.seconds_to_accept)) if self.seconds_to_accept else None

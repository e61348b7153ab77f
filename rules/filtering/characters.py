"""Kinds of characters: marks on letters, scripts without spaces, flags and signs."""

import re
import unicodedata
from collections.abc import Callable, Iterable

_SYMBOL_CATEGORIES = frozenset(("So", "No", "Nl"))

_STYLES = ("<font>", "<circle>", "<square>", "<super>", "<sub>")

_KEYCAP = re.compile("[0-9]\ufe0f?\u20e3")


def is_symbol(char: str) -> bool:
    """A number in a circle, a sign of trade, a flag's half; letters in the style of mathematics."""
    return unicodedata.category(char) in _SYMBOL_CATEGORIES or unicodedata.decomposition(char).startswith(
        _STYLES
    )


def is_keycap(text: str) -> bool:
    """Whether it is exactly one keycap."""
    return _KEYCAP.fullmatch(text) is not None


def keycaps(text: str) -> Iterable[str]:
    """The keycaps in the text, each once and in one spelling."""
    return dict.fromkeys(found.replace("\ufe0f", "") for found in _KEYCAP.findall(text))


_MOST_KNOWN = 50_000


class Sights(dict[str, str]):
    """Gives a string for each character, of bounded size."""

    def __init__(self, find: Callable[[str], str]) -> None:
        self._find = find

    def __missing__(self, char: str) -> str:
        found = self._find(char)
        if len(self) < _MOST_KNOWN:
            self[char] = found
        return found


class Images(dict[int, str]):
    """The same by code point, as `str.translate` needs it."""

    def __init__(self, find: Callable[[str], str]) -> None:
        self._find = find

    def __missing__(self, point: int) -> str:
        found = self._find(chr(point))
        if len(self) < _MOST_KNOWN:
            self[point] = found
        return found


_IDEOGRAPHS = (
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u309f\u30a1-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua48f\uf900-\ufaff"
    "\U00016fe0-\U00018cff\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
)
_SYLLABLES = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17d3\u17d7-\u17dd\u1950-\u19df\u1a20-\u1aaf\u1b00-\u1b7f"
    "\ua980-\ua9df\ua9e0-\ua9ff\uaa60-\uaadf\U00011700-\U0001174f"
)
UNSPACED = _IDEOGRAPHS + _SYLLABLES
"""Han, kana, Bopomofo, Yi and the like; Thai, Lao, Burmese, Khmer, Tai, Balinese, Javanese, Ahom."""

HANGUL = "\uac00-\ud7a3"

_BEFORE = "\u0e40-\u0e44\u0ec0-\u0ec4\u19b5-\u19b7\u19ba\uaab5\uaab6\uaab9\uaabb\uaabc"
"""Vowels that are written before the consonant and spoken after it."""

_BEHIND = "\u0e30\u0e32\u0e45\u0eb0\u0eb2\u1963-\u1974\u19b0-\u19b4\u19b8\u19b9\u19bb-\u19c9"
"""Vowels and tones that are letters of their own."""

_STACKING = "\u1039\u17d2\u1a60"
"""Marks that put the next consonant of a word under the last; those of Java and Bali do so with the next word too."""

_LATIN_IN_KOREAN = re.compile(f"([a-z])(?=[{HANGUL}])")
_IS_SYLLABIC = re.compile(f"[{_SYLLABLES}]")
_INSIDE = re.compile(
    f"(?<=[{_BEFORE}{_STACKING}]) (?=[{_SYLLABLES}])| (?=[{_BEHIND}])| (?=[^\\w ])(?=[{_SYLLABLES}])"
)


def in_syllables(folded: str) -> str:
    """Letters as words of their own, together with their vowels and stacked consonants."""
    return folded if folded.isascii() or not _IS_SYLLABIC.search(folded) else _INSIDE.sub("", folded)


def without_endings(folded: str) -> str:
    """Latin words as words of their own where Korean adds an ending to them."""
    return folded if folded.isascii() else _LATIN_IN_KOREAN.sub(r"\1 ", folded)


_CATEGORIES = frozenset(("Sc", "Sk", "Sm"))


def is_sign(char: str) -> bool:
    """Punctuation, currency and mathematics; emoji and other pictures are not signs."""
    category = unicodedata.category(char)
    return char <= "\uffff" and (category[0] == "P" or category in _CATEGORIES)


SIGNS = "".join(filter(is_sign, map(chr, range(0x10000))))

_A = 0x1F1E6
_INDICATORS = re.compile("[\U0001f1e6-\U0001f1ff]+")

_FLAG_LETTERS = {_A + place: chr(ord("a") + place) for place in range(26)}

_REGIONS = """
ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz
ca cc cd cf cg ch ci ck cl cm cn co cp cq cr cu cv cw cx cy cz de dg dj dk dm do dz ea ec ee eg eh er es et eu
fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu ic id ie il im in io
iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk
ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr
ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz ta tc td tf tg th tj
tk tl tm tn to tr tt tv tw tz ua ug um un us uy uz va vc ve vg vi vn vu wf ws xk ye yt za zm zw
"""
_FLAGS = frozenset(_REGIONS.split())


def apart(text: str) -> str:
    """Flags become words of their own; a run of indicators that is not all flags becomes its letters."""
    return _INDICATORS.sub(_read, text)


def has_indicator(text: str) -> bool:
    """Whether the text has half a flag."""
    return not text.isascii() and _INDICATORS.search(text) is not None


def _read(run: re.Match[str]) -> str:
    letters = run[0].translate(_FLAG_LETTERS)
    starts = range(0, len(letters), 2)
    if all(letters[at : at + 2] in _FLAGS for at in starts):
        return "".join(f" {run[0][at : at + 2]} " for at in starts)
    return letters


_DECORATED = frozenset(
    ("ARABIC", "HEBREW", "SYRIAC", "SAMARITAN", "MANDAIC", "ETHIOPIC", "COPTIC", "HANGUL", "MONGOLIAN")
)
"""Scripts whose own marks do not change the word."""

_KANA_MARKS = "\u3099\u309a"
_MARKS = "".join(char for char in map(chr, range(0x10000)) if unicodedata.category(char)[0] == "M")
_MOST = 30
"""No letter of any script has more marks. NFKC orders them in time that grows with their square."""

_COMPOSED = "\u0f73\u0f75\u0f81\uff9e\uff9f"
_ORDERED = "".join(filter(unicodedata.combining, map(chr, range(0x1E94B)))) + _COMPOSED
_ORDERED_ONES = frozenset(_ORDERED)
_MANY = re.compile(f"([{_ORDERED}]{{{_MOST}}})[{_ORDERED}]+")

_MAYBE = re.compile(f"[{_MARKS}\U00010000-\U0001efff\U000e0000-\U000e0fff]")
"""Marks, and other characters that need a closer look; emoji are not among them."""


def may_have_marks(text: str) -> bool:
    """False is sure."""
    return not text.isascii() and _MAYBE.search(text) is not None


def bare(text: str) -> str:
    """NFKC without the marks that do not change the word."""
    # A longer run of marks has one at one of these places.
    if not _ORDERED_ONES.isdisjoint(text[:: _MOST + 1]):
        text = _MANY.sub(r"\1", text)
    text = unicodedata.normalize("NFKC", text)
    return "".join(_kept(text)) if may_have_marks(text) else text


def is_decoration(char: str) -> bool:
    """Whether this mark never changes the word, on any letter; marks of kana are parts of letters."""
    if unicodedata.category(char)[0] != "M" or char in _KANA_MARKS:
        return False
    return script(char) in _DECORATED or script(char) in {"COMBINING", "VARIATION"}


def script(char: str) -> str:
    """The first word of the character's name: its script."""
    return unicodedata.name(char, "").partition(" ")[0]


def _kept(text: str) -> list[str]:
    kept, letter = [], ""
    for char in text:
        own = _OWN[char]
        if not own:
            letter = _LETTERS[char] or letter
        if not own or own == letter:
            kept.append(char)
    return kept


def _own(char: str) -> str:
    """The script in which a mark changes the word, a blank if there is none; empty for other characters."""
    if unicodedata.category(char)[0] != "M":
        return ""
    return " " if script(char) in _DECORATED else script(char)


def _letter(char: str) -> str:
    """The script of a character that is not a mark; empty for an invisible one between a letter and its marks."""
    return "" if unicodedata.category(char) == "Cf" else script(char) or "?"


_OWN = Sights(_own)
_LETTERS = Sights(_letter)

"""Words with symbols, and words that no text can have."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.filtering.words import Words
from tests.rules.filtering import FILTER, is_in

FOUND = [
    ("c++", "I love c++"),
    ("c++", "C++, Java"),
    ("c++", "(C++)"),
    ("c++", "c++11 or C++/CLI"),
    ("c++", "Ｃ＋＋!"),
    ("C#", "is it c#?"),
    ("F#", "f#."),
    (".net", "I write .NET code"),
    ("A+", "an A+!"),
    ("18+", "18+ only"),
    ("18+", "this is 18+."),
    ("18+", "18+only"),
    ("18+", "١٨+"),
    ("50%", "50% off"),
    ("100%", "it is 100%!"),
    ("#ad", "this is an #ad"),
    ("#ad", "#AD!"),
    ("#ad", "post#ad"),
    ("@bob", "hey @bob, hi"),
    ("R&B", "I like r&b"),
    ("$$$", "make $$$ fast"),
    ("$$$", "make $$$$$ fast"),
    ("$", "5$"),
    ("€€", "so many €€"),
    ("f**k", "f**k you"),
    ("a$$", "you a$$!"),
    ("sp@m", "no sp@m"),
    (":)", "hi :)"),
    (":)", "hi:)"),
    (":-(", "oh :-("),
    (":D", "hi :D"),
    ("<3", "I <3 you"),
    ("^^", "ok ^^"),
    ("c++ jobs", "C++  jobs!"),
    ("n+1", "n+1 queries"),
    ("«c++»", "c++"),
    ("c++!", "c++"),
    ("💊", "buy 💊now"),
    ("💊", "💊💊💊"),
    ("❤️", "I ❤ you"),
    ("❤", "I ❤️ you"),
    ("👍", "👍🏽"),
    ("👍🏽", "👍🏿"),
    ("♥", "♥♥"),
    ("🔞+", "🔞+"),
    ("🇩🇪", "from🇩🇪!"),
    ("🇩🇪", "🇫🇷🇩🇪🇮🇹"),
    ("spam", "🇸🇵🇦🇲"),
    ("spam", "🇸 🇵 🇦 🇲"),
    ("shit", "🇸\u200b🇭\u2060🇮\u200d🇹"),
    ("Ⓐ", "join us Ⓐ now"),
    ("Ⓐ", "ⓐ"),
    ("(Ⓐ)", "Ⓐ!"),
    ("™", "Nike™"),
    ("①", "①②"),
    ("№", "№5"),
    ("🅱️", "🅱"),
    ("ℹ️", "ℹ"),
    ("㊙", "㊙️"),
    ("𝕏", "on 𝕏"),
    ("1️⃣", "1\u20e3 of 2"),
    ("🇸", "🇸!"),
    ("℃", "20 °C"),
    ("a", "plan Ⓐ"),
    ("ⓢⓟⓐⓜ", "spam"),
    ("it’s", "it's"),
    ("don't", "don’t"),
    ("rock-n-roll", "rock n roll"),
    ("and/or", "and/or"),
    ("wow!", "wow"),
    ('"quoted"', "quoted"),
    ("(word)", "word"),
    ("¿qué?", "que"),
    ("U.S.A.", "u.s.a"),
    ("p.a.", "p. a."),
    ("sp!m", "sp!m"),
    ("5p4m", "spam"),
]
NOT_FOUND = [
    ("c++", "Plan C is better?"),
    ("c++", "c"),
    ("c++", "c+"),
    ("c++", "c + +"),
    ("c++", "abc++"),
    ("c+", "c++"),
    ("C#", "the note C"),
    ("C#", "c sharp"),
    (".net", "the net"),
    ("A+", "a + b"),
    ("A+", "I got an A"),
    ("18+", "18"),
    ("18+", "18 years"),
    ("18+", "118+"),
    ("18+", "18 + 3"),
    ("50%", "50"),
    ("50%", "150%"),
    ("#ad", "ad"),
    ("#ad", "an ad in the paper"),
    ("#ad", "#adventure"),
    ("#ad", "# ad"),
    ("@bob", "bob"),
    ("R&B", "r b"),
    ("$$$", "SSS"),
    ("$$$", "sss $$"),
    ("$", "s"),
    ("f**k", "f k"),
    ("f***", "f"),
    ("a$$", "ass"),
    (":)", "(see: this)"),
    (":D", "D"),
    ("D:", "vitamin D"),
    ("<3", "3"),
    ("<3", "x < 35"),
    ("💊", "💉"),
    ("💊", "pill"),
    ("🇩🇪", "de"),
    ("de", "🇩🇪"),
    ("de", "🇩🇪🇩🇪"),
    ("us", "🇺🇸"),
    ("defr", "🇩🇪🇫🇷"),
    ("🇩🇪", "🇩🇰"),
    ("🇪🇫", "🇩🇪🇫🇷"),
    ("shit", "🇸🇭🇮🇹"),
    ("Ⓐ", "a friend of A"),
    ("Ⓐ", "Ⓑ"),
    ("™", "TM, tm"),
    ("①", "1 cat"),
    ("№", "no, No"),
    ("🅱️", "plan B"),
    ("ℹ️", "I am, i"),
    ("㊙", "秘密"),
    ("𝕏", "x marks"),
    ("²", "2"),
    ("Ⅳ", "iv"),
    ("ª", "a"),
    ("1️⃣", "1"),
    ("1️⃣", "2️⃣"),
    ("🇸", "s"),
    ("gb", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
    ("1", "I am l8"),
    ("11", "ill"),
]


@pytest.mark.shows("6.19")
@pytest.mark.parametrize(("word", "text"), FOUND)
def test_a_word_with_symbols_is_found_with_them(word: str, text: str) -> None:
    assert is_in(text, word)


@pytest.mark.shows("6.19")
@pytest.mark.parametrize(("word", "text"), NOT_FOUND)
def test_and_never_without(word: str, text: str) -> None:
    assert not is_in(text, word)


PUNCTUATION = [
    "!!!",
    "...",
    "…",
    "?",
    "?!",
    "¿?",
    "-",
    "--",
    "—",
    "_",
    "'",
    '""',
    "«»",
    "。",
    "、",
    "،",
    "।",
    "¡",
]
UNSEEN = (
    "\u200b \u2060\ufeff \u00ad \u202e \ufe0f \u2800 \u3164 \u115f \u17b4 \x1b \x7f \ue000 \u0378 \U0001f3fd"
)
LONE_MARKS = "\u0301 \u20e0 \u0e34 \u093f \u0489 \u0640 !\u200b!"


@pytest.mark.shows("6.20")
@pytest.mark.parametrize("word", [*PUNCTUATION, *UNSEEN.split(), *LONE_MARKS.split(), ". . ."])
def test_a_word_that_no_text_can_have(word: str) -> None:
    assert FILTER.needle(word) == ""
    assert not is_in(f"all kinds of {word} {word}{word} texts!", word)


WORDS = st.text(min_size=1, max_size=12) | st.text(
    st.sampled_from("ab1il!@$#+. -:)'(é🍆🇩🇪กเิ傻スー스팸\u20e0\u200bक\u093f"), min_size=1, max_size=10
)


@settings(deadline=None)
@given(WORDS)
def test_every_other_word_is_found_in_its_place(word: str) -> None:
    needle = FILTER.needle(word)
    if needle:
        assert is_in(word, word)
        assert is_in(f"Hello, {word} there", word)
        assert not is_in("Hello there", word) or needle.strip() in {"hello", "there"}
        assert "\n" not in needle
        assert needle.startswith((" ", "\t"))
        assert Words([needle]).are_in(next(iter(FILTER.readings(word))))

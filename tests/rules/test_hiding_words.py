"""Which texts have a word of a list, with the tables that the service uses."""

import pytest

from tests.rules.filtering import FILTER
from tests.rules.filtering import is_in as has

LIST = (
    "ass",
    "bitch",
    "kill",
    "ball",
    "bastard",
    "free money",
    "free meals for all",
    "傻瓜",
    "🍆",
    "1488",
    "Straße",
    "дурак",
    "hen",
)


def is_in(text: str, *words: str) -> bool:
    return has(text, *(words or LIST))


@pytest.mark.shows("6.3")
@pytest.mark.parametrize(
    "text",
    [
        "ass",
        "ASS",
        "what an ass.",
        "(ass)",
        "ass's",
        "ass\n",
        "ａｓｓ",
        "аss",
        "ΑSS",
        "ᴀꜱꜱ",
        "𝐚𝓼𝕤",
        "ⓐⓢⓢ",
        "🅰ss",
        "áśs",
        "a\u0336s\u0336s\u0336",
        "a\u200bs\u200ds",
        "a\u00ads\u2060s",
        "\u202eass\u202c",
        "a\ufe0fss",
        "a\u115fss",
        "a s s",
        "a.s.s",
        "a-s_s!",
        "a  s\ts",
        "a\u3164s\u3164s",
        "you are an a s s",
        "4ss",
        "a$$",
        "@ss",
        "a55",
        "@$$",
        "@ass",
        "ass!",
        "a$$!",
        "A $ 5",
        "b1tch",
        "b!tch",
        "you are a b i t c h",
        "b i t c h I am",
        "k1ll",
        "ki11",
        "kil!",
        "ba1l",
        "BАSTАRD",
        "ВАSТАRD",
        "free money",
        "FREE   m0ney",
        "free-money",
        "free! money",
        "free !money",
        "free  \u200b money",
        "at last free money today",
        "it is 45$ or 12, you a$$, 55",
        "!ass!",
        "你这个傻瓜吗",
        "傻\u200b瓜",
        "have a 🍆now",
        "1488",
        "strasse",
        "ДУРАК",
        "дуpaк",
        "ΗΕΝ",
        "ΗΕn",
        "这a s s瓜",
    ],
)
def test_a_word_is_found_in_its_disguises(text: str) -> None:
    assert is_in(text)


@pytest.mark.shows("6.4")
@pytest.mark.parametrize(
    "text",
    [
        "",
        "!!!",
        "Scunthorpe",
        "assess",
        "class",
        "pass the grass",
        "a s s e s s",
        "b a s s",
        "assbitch",
        "as s",
        "455",
        "it costs 45$",
        "free the money",
        "free ! ! money",
        "fr€e the mon€y",
        "m0n€y is free",
        "free m",
        "4 5 5",
        "45 5",
        "12 455 3",
        "money free",
        "free",
        "baii",
        "bail",
        "skill",
        "傻",
        "14881",
        "cunt",
    ],
)
def test_words_inside_words_and_numbers_pass(text: str) -> None:
    assert not is_in(text)


@pytest.mark.parametrize("words", [(), ("",), ("...", " ")])
def test_a_list_without_words_finds_nothing(words: tuple[str, ...]) -> None:
    assert not any(map(FILTER.compile(words).are_in, FILTER.readings("anything at all")))

"""Which names look alike."""

import pytest

from rules.filtering.spellings import LONGEST_LOOK, looks
from server.filtering import make_filter

FOLDING = make_filter().folding


def alike(one: str, other: str) -> bool:
    return not set(looks([one], FOLDING)).isdisjoint(looks([other], FOLDING))


@pytest.mark.shows("5.54")
@pytest.mark.parametrize(
    "name",
    [
        *(
            "alice",
            "ALICE",
            "Alice",
            "a lice",
            "a.lice",
            "_alice_",
            "alice!",
            "@alice",
            "[alice]",
            "a\u200blice",
        ),
        *(
            "аlicе",
            "Alícë",
            "ａｌｉｃｅ",
            "𝓪𝓵𝓲𝓬𝓮",
            "ⓐⓛⓘⓒⓔ",
            "4l1c3",
            "aIice",
            "al1ce",
            "ali¢e".replace("¢", "c"),
        ),
        *("ᴀʟɪᴄᴇ", "A-L-I-C-E", "a\u0332l\u0332i\u0332c\u0332e\u0332"),
    ],
)
def test_disguises_of_a_name(name: str) -> None:
    assert alike("alice", name)


@pytest.mark.shows("5.54")
@pytest.mark.parametrize("name", ["alicia", "alec", "malice", "alice2", "alice smith", "", "...", "\u200b"])
def test_other_names(name: str) -> None:
    assert not alike("alice", name)


@pytest.mark.shows("5.54")
@pytest.mark.parametrize(
    ("one", "other"),
    [("ВОВ", "bob"), ("ВОВ", "вов"), ("Вова", "вова"), ("Ελένη", "ελενη"), ("李 小龍", "李小龍")],
)
def test_other_scripts(one: str, other: str) -> None:
    assert alike(one, other)


def test_signs_alone_look_like_nothing() -> None:
    assert looks(["...", "_", None, "\u200b"], FOLDING) == []


def test_a_look_has_an_end() -> None:
    assert all(len(look) <= LONGEST_LOOK for look in looks(["\ufdfa" * 100, "x" * 100], FOLDING))

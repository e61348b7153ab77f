"""Draft hints: a table of texts, in several languages where it matters."""

import pytest

from rules.drafts import DraftHint, Wording, hints_of, mark_of, repeated
from rules.filtering.contacts import shown
from server.filtering import make_filter

FILTER = make_filter()


def _hints(text: str, *earlier: str) -> list[DraftHint]:
    hints = hints_of(Wording(text), FILTER.contacts(text, None))
    return list(hints | repeated(mark_of(Wording(text)), [mark_of(Wording(other)) for other in earlier]))


GREETINGS = [
    *("Hi", "hey", "Heyyyy!!!", "Hello there", "Hello Bob!", "hi bob :)", "Good morning 🌞", "yo"),
    *("Hi! How are you?", "hey, what's up?", "Hi Bob, how are you doing?", "HELLO", "ｈｅｌｌｏ", "Hi @bob"),
    *("Hola, ¿qué tal?", "Olá! Tudo bem?", "Salut, ça va ?", "Guten Tag!", "Wie geht's?", "Ciao bella"),
    *(
        "Привет!",
        "Здравствуйте",
        "Γεια σου!",
        "مرحبا",
        "السلام عليكم",
        "नमस्ते",
        "merhaba",
        "Cześć",
        "xin chào",
    ),
    *("你好", "你好吗？", "在吗", "こんにちは", "お元気ですか", "안녕하세요", "สวัสดีครับ", "שלום"),
]
NO_GREETINGS = [
    *(
        "Your photos are great",
        "Hi, do you sell prints of the bridge?",
        "Good point about the bridge!",
        "Bob",
    ),
    *(
        "Привет, сколько стоит картина?",
        "Hallo, verkaufst du das Rad noch?",
        "👋",
        "你好，请问多少钱",
        "thanks",
    ),
]
QUESTIONS = [
    *("Do you sell prints?", "How much is it", "hi do you still have the bike", "Could you help me"),
    *(
        "كم السعر؟",
        "Πόσο κάνει;",
        "Ինչպե՞ս ես",
        "多少钱？",
        "请问你卖这个吗",
        "これはいくらですか",
        "얼마인가요",
    ),
    *("¿Cuánto cuesta?", "kannst du mir helfen", "czy to aktualne", "Is it good?Yes"),
]
NO_QUESTIONS = [
    *("I love your photos.", "Nice bike!", "look at https://example.com/?page=2", "Ich liebe deine Bilder."),
    *("很喜欢你的照片", "Muy bonito; gracias", "素敵な写真です", "I was there when it rained."),
]
LONG = [
    "One is here. Two is here. Three is here. Four is here.",
    "Hi! I saw your photos. They are great! Do you sell them?",
    "one line\nanother line\na third line\nthe fourth line",
    "我叫小明。我看到你的照片。很喜欢。你卖吗？",
    "नमस्ते। मैं राम हूँ। यह अच्छा है। धन्यवाद।",
    "hi. i am bob. i like it. call me",
    f"{'a very long sentence ' * 14}, is it not?",
    "x" * 301,
]
SHORT = [
    "Hi! I saw your photos. Do you sell them?",
    "Dr. Smith said, e.g. at 3.30 p.m. on the 5. May, that it costs 3.50. Is that so? Really?",
    "Wow!!! Really?! Yes...",
    "Hello! :) 🎉! Do you sell prints? Thanks!",
    f"{'a very long sentence ' * 14}is it?",
    f"  {'x' * 300}\n ",
    "\U0001f600" * 300,
]
CAPITALS = ["HELLO", "BUY MY PRINTS NOW!!! 50% OFF", "ПРИВЕТ КАК ДЕЛА", "ＨＥＬＬＯ", "ÜBER ALLES"]
NO_CAPITALS = ["OK", "USA?", "Hello", "I AM here", "123 456", "你好", "NASA has a job", "مرحبا", "Ａ"]
ONE_WORD = [
    "Hi",
    "photos",
    "???  what",
    "Hello!!!",
    "你好",
    "안녕하세요",
    "สวัสดี",
    "don't",
    "👍",
    "こんにちは",
]
MORE_WORDS = ["hi bob", "你好吗", "こんにちは元気", "two words", "Schönes Bild", "see example.com"]

D = DraftHint
TABLE = [
    pytest.param(hint, texts, does_hold, id=f"{hint.name} {does_hold}")
    for hint, texts, does_hold in [
        (D.BARE_GREETING, GREETINGS, True),
        (D.BARE_GREETING, NO_GREETINGS, False),
        (D.NO_QUESTION, QUESTIONS, False),
        (D.NO_QUESTION, NO_QUESTIONS, True),
        (D.TOO_LONG, LONG, True),
        (D.TOO_LONG, SHORT, False),
        (D.ALL_CAPITALS, CAPITALS, True),
        (D.ALL_CAPITALS, NO_CAPITALS, False),
        (D.ONE_WORD, ONE_WORD, True),
        (D.ONE_WORD, MORE_WORDS, False),
        (D.LINK, ["see example.com", "https://example.com"], True),
        (D.LINK, ["see you", "write to bob@example.com"], False),
        (D.CONTACT_DETAILS, ["write to bob@example.com", "call +49 151 12345678"], True),
        (D.CONTACT_DETAILS, ["see example.com", "in 2024"], False),
    ]
]


@pytest.mark.shows("13.6", "13.7", "13.8", "13.9", "13.10", "13.11")
@pytest.mark.parametrize(("hint", "texts", "does_hold"), TABLE)
def test_each_hint_is_for_its_texts(hint: DraftHint, texts: list[str], does_hold: bool) -> None:
    assert [text for text in texts if (hint in _hints(text)) != does_hold] == []


@pytest.mark.shows("13.12")
def test_the_same_text_again_is_repeated() -> None:
    text = "Do you sell prints of the bridge?"
    assert _hints(text) == []
    assert _hints(text, "another", text) == [D.REPEATED]
    assert _hints(text, "do you  sell\nprints of the BRIDGE?\u200b") == [D.REPEATED]
    assert _hints(text, text[:-1]) == []
    assert D.REPEATED not in _hints("👍", "🎉")


def test_they_come_in_one_order() -> None:
    expected = [D.BARE_GREETING, D.ONE_WORD, D.NO_QUESTION, D.ALL_CAPITALS, D.REPEATED]
    assert _hints("HELLO", "hello") == expected


@pytest.mark.parametrize("char", ["½", "⑿", "⒛", "㈝", "㍿", "ﷺ", "\U0001d163", "🄊", "🉂", "⁗"])
def test_a_text_is_read_at_little_more_than_its_length(char: str) -> None:
    assert len(shown(char * 500)) <= 1_000

"""The cost of the request filter: 10,000 banned words and phrases against texts of 2,000 characters.

Run from the root: `python -m benchmarks.filtering`. Milliseconds of the process's CPU, of the quickest of many runs.
"Words" is to fold the text and to look for banned words. The whole filter looks for links and phone numbers too, and
for two words of the recipient's own. The second table is what a recipient's own list of 200 words of 64 characters
costs, made to be dear: to fold it when it is set, and to look for it in the text dearest for it, which is all that it
adds to a send.
"""

import random
import string
import time
from collections.abc import Callable, Iterator
from functools import partial

from rules.filtering.reasons import Filter
from rules.filtering.words import Places
from server.filtering import make_filter

WORDS, PHRASES = 9_000, 1_000
LENGTH = 2_000
RUNS = 200

CYRILLIC = "абвгдежзийклмнопрстуфхцчшщыьэюя"
FRENCH = string.ascii_lowercase + "éèàçùêâô"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
HINDI = "कखगघचछजझटठडढतथदधनपफबभमयरलवशषसह\u093e\u093f\u0940"
KOREAN = "".join(map(chr, range(0xAC00, 0xD7A3, 11)))

chance = random.Random(7)


def main() -> None:
    """Prints a line for each kind of text."""
    hidden = make_filter()
    words = [_word(4, 10) for _ in range(WORDS)]
    phrases = [f"begun {_word(4, 10)}" for _ in range(PHRASES)]
    hidden.banned = hidden.compile((*words, *phrases))
    print(f"{'text':30} {'words':>8} {'whole filter':>14}   (ms)")
    for name, text in texts().items():
        looked = _cost(partial(_are_banned, hidden, text))
        whole = _cost(partial(hidden.reasons, text, " own \n words "))
        print(f"{name:30} {looked:8.3f} {whole:14.3f}")
    print(f"\n{'own words':30} {'to fold':>8} {'dearest look':>14}   (ms)")
    for name, words in hostile_lists().items():
        print(f"{name:30} {' '.join(_costs_of_own(hidden, words))}")


def _costs_of_own(hidden: Filter, words: list[str]) -> Iterator[str]:
    needles = "\n".join(map(hidden.needle, words))
    places = [Places(hidden.readings(text)) for text in (*hostile_texts(), *texts().values())]
    yield f"{_cost(lambda: list(map(hidden.needle, words)), 3):8.3f}"
    yield f"{max(_cost(partial(of_text.have, needles), 9) for of_text in places):14.3f}"


def hostile_lists() -> dict[str, list[str]]:
    """Each of 200 words of at most 64 characters."""
    return {
        "none": [],
        "a a ... b": [" ".join("a" * count + "b") for count in range(1, 32)] + _drawn("ab", 32, " "),
        "i and l, apart": _drawn("il", 32, " "),
        "i and l, together": _drawn("il", 64),
        "signs": _drawn("+#a", 64),
        "Thai": _drawn("กขคงจ\u0e34", 64),
        "ideographs": _drawn("".join(map(chr, range(0x4E00, 0x9000))), 64),
        "two ideographs": ["傻" * (place % 63) + "瓜" + "傻" * (63 - place % 63) for place in range(200)],
    }


def hostile_texts() -> list[str]:
    """Each of LENGTH characters."""
    apart = [" ".join(letters * (LENGTH // 2 // len(letters))) for letters in ("a", "i", "1", "il")]
    return [*apart, *(letters * (LENGTH // len(letters)) for letters in ("i1", "+#", "กิ", "傻"))]


def _drawn(letters: str, length: int, between: str = "") -> list[str]:
    return [between.join(chance.choices(letters, k=length)) for _ in range(200)]


def texts() -> dict[str, str]:
    """Sixteen kinds, each of LENGTH characters at most."""
    prose = _prose(lambda: _word(1, 9))
    return {
        "prose": prose,
        "capitals": prose.upper(),
        "links": _prose(lambda: f"{_word(3, 8)}.{chance.choice(('com', 'org', 'x'))}"),
        "phone numbers": _prose(lambda: f"call +1 ({chance.randint(100, 999)}) 123-4567"),
        "numbers": _prose(lambda: str(chance.randint(1, 999))),
        "French": _prose(lambda: _word(1, 9, FRENCH)),
        "Cyrillic": _prose(lambda: _word(1, 9, CYRILLIC)),
        "Cyrillic capitals": _prose(lambda: _word(1, 9, CYRILLIC.upper())),
        "Arabic": _prose(lambda: _word(1, 9, ARABIC)),
        "Hindi": _prose(lambda: _word(1, 9, HINDI)),
        "Korean": _prose(lambda: _word(1, 5, KOREAN)),
        "ideographs": "".join(map(chr, range(0x4E00, 0x4E00 + LENGTH))),
        "emoji": "".join(map(chr, range(0x1F600, 0x1F640))) * (LENGTH // 64),
        "spaced letters": _prose(lambda: f"{' '.join(_word(3, 5))} {_word(2, 2)}"),
        "leet": _prose(lambda: f"{_word(2, 6)}{chance.choice('@$45')}{chance.choice(('', '!', 's'))}"),
        "phrases begun": _prose(lambda: "begun"),
    }


def _prose(part: Callable[[], str]) -> str:
    return " ".join(part() for _ in range(LENGTH))[:LENGTH]


def _word(shortest: int, longest: int, letters: str = string.ascii_lowercase) -> str:
    return "".join(chance.choices(letters, k=chance.randint(shortest, longest)))


def _are_banned(hidden: Filter, text: str) -> bool:
    banned = hidden.banned
    return banned is not None and any(map(banned.are_in, hidden.readings(text)))


def _cost(work: Callable[[], object], runs: int = RUNS) -> float:
    """Milliseconds of the quickest run."""
    costs = []
    for _ in range(runs):
        before = time.process_time_ns()
        work()
        costs.append(time.process_time_ns() - before)
    return min(costs) / 1e6


if __name__ == "__main__":
    main()

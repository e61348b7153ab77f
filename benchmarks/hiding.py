"""What the request filter costs: 10,000 banned words and phrases against texts of 2,000 characters.

Run from the root: `python -m benchmarks.hiding`. Milliseconds, of the quickest of many runs.
"Words" is all that depends on lists: to fold the text and to look for banned words. The whole filter looks for links
and phone numbers too, and for two words of the recipient's own.
"""

import random
import string
import time
from collections.abc import Callable

from rules.hiding import Filter
from server.filter_source import make_filter

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
        looked = _cost(lambda text=text: _are_banned(hidden, text))
        whole = _cost(lambda text=text: hidden.reasons(text, ("own", "words")))
        print(f"{name:30} {looked:8.3f} {whole:14.3f}")


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
    return banned is not None and any(banned.are_in(reading) for reading in hidden.readings(text))


def _cost(work: Callable[[], object]) -> float:
    """Milliseconds of the quickest run."""
    costs = []
    for _ in range(RUNS):
        before = time.perf_counter_ns()
        work()
        costs.append(time.perf_counter_ns() - before)
    return min(costs) / 1e6


if __name__ == "__main__":
    main()

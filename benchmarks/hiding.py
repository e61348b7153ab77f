"""What the request filter costs: 10,000 banned words against texts of 2,000 characters.

Run from the root: `python -m benchmarks.hiding`. Milliseconds of CPU, the median of many runs.
"""

import random
import string
import time
from collections.abc import Callable
from statistics import median

from rules.hiding import Filter
from server.filter_source import make_filter

WORDS = 10_000
LENGTH = 2_000
RUNS = 300


def main() -> None:
    """Prints a line for each kind of text."""
    chance = random.Random(7)
    hidden = make_filter()
    hidden.banned = hidden.compile(tuple(_word(chance, 4, 10) for _ in range(WORDS)))
    prose = " ".join(_word(chance, 1, 9) for _ in range(LENGTH))[:LENGTH]
    texts = {
        "prose": prose,
        "prose with links and numbers": "see www.example.com or 555 0123 4567. " + prose[:-38],
        "Cyrillic prose": prose.translate(
            str.maketrans(string.ascii_lowercase, "абвгдежзийклмнопрстуфхцчшщ")
        ),
        "ideographs": "漢" * LENGTH,
        "spaced letters": "a b " * (LENGTH // 4),
        "leet": "4b1! " * (LENGTH // 5),
    }
    print(f"{'text':30} {'words':>8} {'whole filter':>14}   (ms)")
    for name, text in texts.items():
        words = _cost(lambda text=text: _are_banned(hidden, text))
        whole = _cost(lambda text=text: hidden.reasons(text, ("own", "words")))
        print(f"{name:30} {words:8.3f} {whole:14.3f}")


def _are_banned(hidden: Filter, text: str) -> bool:
    banned = hidden.banned
    return banned is not None and any(banned.are_in(folded) for folded in hidden.folding.readings(text))


def _cost(work: Callable[[], object]) -> float:
    """CPU milliseconds of one run."""
    costs = []
    for _ in range(RUNS):
        before = time.process_time_ns()
        work()
        costs.append(time.process_time_ns() - before)
    return median(costs) / 1e6


def _word(chance: random.Random, shortest: int, longest: int) -> str:
    return "".join(chance.choices(string.ascii_lowercase, k=chance.randint(shortest, longest)))


if __name__ == "__main__":
    main()

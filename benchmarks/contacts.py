"""The cost of finding links, addresses and phone numbers, and of a draft's hints: texts made to be dear.

Run from the root: `python -m benchmarks.contacts`. Milliseconds of CPU, of the quickest of many
runs, the dearest first.
"""

import time
from collections.abc import Callable
from functools import partial

from rules.drafts import Wording, hints_of
from rules.filtering.reasons import Filter
from server.filtering import make_filter

LENGTH, DRAFT_LENGTH = 2_000, 500
REGION = "DE"
RUNS = 50

PARTS = [
    *(
        "1",
        "1 ",
        "1.",
        "1-",
        "1/",
        "1:",
        "1, ",
        "(1",
        "+1",
        "+1 ",
        "1_",
        "1|",
        "12.34.",
        "1.1 ",
        "06 12 34 56 ",
    ),
    *("1234567 ", "123 456 ", "01.02.2024.", "2020 ", "978 ", "1111 1111 1111 1111 ", "DE89 3704 0044 "),
    *(
        "order 1234567 ",
        "a.",
        "a.a ",
        "a.in ",
        "a.comx ",
        "a.b:80 ",
        "www.",
        "w w w ",
        "h t t p ",
        "http://",
        "https ",
    ),
    *(
        "@",
        "a@",
        "a@b ",
        "a at b dot ",
        "dot com ",
        " .com",
        "[at ",
        "'at'",
        ".",
        ". ",
        "/",
        ":",
        "-",
        "_",
        "(",
        "a/",
    ),
    *(
        "one ",
        "five six ",
        "O0",
        "O 0 ",
        "I1 ",
        "\u0661 ",
        "\u0661",
        "\u4e00",
        "\U0001d7ce",
        "\u2460",
        "1\u20e3",
    ),
    *(
        "1\U0001f525",
        "\ufdfa",
        "x\ufdfb",
        "\u33ff",
        "a\u0301\u0301\u0301",
        "\u7535\u8bdd",
        "call ",
        "hi! ",
        "how are you ",
    ),
]


def main() -> None:
    """Prints a line for each kind of text."""
    hidden = make_filter()
    costs = []
    for name, text in texts().items():
        draft = text[:DRAFT_LENGTH]
        look = _cost(partial(hidden.contacts, text, REGION))
        hints = _cost(partial(_hinted, hidden, draft))
        costs.append((look, hints, name))
    print(f"{'text':24} {'contacts of 2,000':>18} {'hints of 500':>14}   (ms of CPU)")
    for look, hints, name in sorted(costs, reverse=True):
        print(f"{name:24} {look:18.3f} {hints:14.3f}")


def _hinted(hidden: Filter, draft: str) -> object:
    return hints_of(Wording(draft), hidden.contacts(draft, REGION))


def texts() -> dict[str, str]:
    """Each of LENGTH characters at most."""
    repeated = {ascii(part).strip("'"): (part * LENGTH)[:LENGTH] for part in PARTS}
    numbers = ";".join(str(212_345_678 + 7_919 * number) for number in range(LENGTH // 10))
    return repeated | {
        "unlike numbers": numbers,
        "prose": ("Hello there. How are you, my friend? " * 60)[:LENGTH],
    }


def _cost(work: Callable[[], object]) -> float:
    """Milliseconds of the quickest run."""
    costs = []
    for _ in range(RUNS):
        before = time.process_time_ns()
        work()
        costs.append(time.process_time_ns() - before)
    return min(costs) / 1e6


if __name__ == "__main__":
    main()

"""The figures of docs/operating.md are those of docs/performance.json."""

import json

from benchmarks.bench.sizes import BEGIN, END, PAGE, RESULTS, section


def test_sizes_are_computed_from_the_last_results() -> None:
    """After a run elsewhere: `python -m benchmarks.bench.sizes`."""
    page, results = PAGE.read_text(encoding="utf-8"), json.loads(RESULTS.read_text(encoding="utf-8"))
    assert page.partition(BEGIN)[2].partition(END)[0] == section(results)

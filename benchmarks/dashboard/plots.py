"""Panels of the dashboard as one SVG, in their places."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.dashboard.queries import Vector

COLORS = ("#2563eb", "#0d9488", "#d97706", "#7c3aed", "#dc2626", "#65a30d", "#0891b2", "#be185d")
UNIT_WIDTH, UNIT_HEIGHT, MARGIN = 44, 22, 8
MOST_NAMED = 8
"""Lines of a legend; the largest are named."""

Line = list[tuple[float, float]]
"""Values at seconds since the start."""


@dataclass(frozen=True)
class Drawn:
    """A panel with its lines by their legends."""

    panel: Mapping[str, Any]
    lines: Mapping[str, Line]


def legend(text: str, labels: Mapping[str, str]) -> str:
    """Grafana's legend of a series."""
    return re.sub(r"{{(\w+)}}", lambda match: labels.get(match[1], ""), text)


def collect(lines: dict[str, Line], text: str, at: float, vector: Vector) -> None:
    """Adds the values of a query at a time."""
    for labels, value in vector.items():
        if not math.isnan(value):
            lines.setdefault(legend(text, dict(labels)), []).append((at, value))


def plot(drawn: Sequence[Drawn], seconds: float) -> str:
    """The whole picture."""
    height = max(one.panel["gridPos"]["y"] + one.panel["gridPos"]["h"] for one in drawn) * UNIT_HEIGHT
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{24 * UNIT_WIDTH}" height="{height}" '
            'font-family="sans-serif" font-size="10">',
            '<rect width="100%" height="100%" fill="#f3f4f6"/>',
            *(part for one in drawn for part in _panel(one, seconds)),
            "</svg>\n",
        ]
    )


@dataclass(frozen=True)
class _Box:
    x: float
    y: float
    width: float
    height: float


def _panel(drawn: Drawn, seconds: float) -> Iterator[str]:
    place, kind = drawn.panel["gridPos"], drawn.panel["type"]
    x, y = place["x"] * UNIT_WIDTH + 3, place["y"] * UNIT_HEIGHT + 3
    box = _Box(x, y, place["w"] * UNIT_WIDTH - 6, place["h"] * UNIT_HEIGHT - 6)
    yield _frame(box, "none" if kind == "row" else "white")
    yield f'<text x="{x + MARGIN}" y="{y + 13}" font-weight="bold">{_escaped(drawn.panel["title"])}</text>'
    match kind:
        case "stat":
            last = next((line[-1][1] for line in drawn.lines.values()), math.nan)
            yield f'<text x="{x + MARGIN}" y="{y + 52}" font-size="24">{shown(last, _unit(drawn))}</text>'
        case "timeseries":
            yield from _graph(drawn, box, seconds)


def _graph(drawn: Drawn, panel: _Box, seconds: float) -> Iterator[str]:
    """The largest series are named below it, in two columns."""
    lines = sorted(drawn.lines.items(), key=lambda pair: -max(value for _, value in pair[1]))
    rows, top = math.ceil(min(len(lines), MOST_NAMED) / 2), _top(drawn.lines)
    box = _Box(panel.x + 52, panel.y + 26, panel.width - 52 - MARGIN, panel.height - 46 - 12 * rows)
    yield from _axes(box, top, _unit(drawn), seconds)
    for number, (name, line) in enumerate(lines):
        color = COLORS[number % len(COLORS)]
        yield _polyline(line, box, (top, seconds), color)
        if number < MOST_NAMED:
            x = panel.x + MARGIN + number % 2 * (panel.width // 2)
            y = panel.y + panel.height - 12 * (rows - 1 - number // 2) - 6
            yield f'<rect x="{x}" y="{y - 8}" width="8" height="8" fill="{color}"/>'
            yield f'<text x="{x + 12}" y="{y}">{_escaped(name)}</text>'


def _frame(box: _Box, fill: str) -> str:
    size = f'width="{box.width}" height="{box.height}"'
    return f'<rect x="{box.x}" y="{box.y}" {size} fill="{fill}" stroke="#d1d5db"/>'


def _unit(drawn: Drawn) -> str:
    unit: str = drawn.panel["fieldConfig"]["defaults"]["unit"]
    return unit


def _top(lines: Mapping[str, Line]) -> float:
    return max((value for line in lines.values() for _, value in line), default=0.0) or 1.0


def _axes(box: _Box, top: float, unit: str, seconds: float) -> Iterator[str]:
    x, y, width, height = box.x, box.y, box.width, box.height
    for share in (0, 0.5, 1):
        at = y + height * (1 - share)
        yield f'<line x1="{x}" x2="{x + width}" y1="{at}" y2="{at}" stroke="#e5e7eb"/>'
        yield f'<text x="{x - 4}" y="{at + 3}" text-anchor="end" fill="#6b7280">{shown(top * share, unit)}</text>'
    for share in (0, 1):
        at = x + width * share
        yield f'<text x="{at}" y="{y + height + 12}" text-anchor="middle" fill="#6b7280">{seconds * share:.0f} s</text>'


def _polyline(line: Line, box: _Box, most: tuple[float, float], color: str) -> str:
    top, seconds = most
    points = " ".join(
        f"{box.x + box.width * at / seconds:.1f},{box.y + box.height * (1 - value / top):.1f}"
        for at, value in line
    )
    return f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="1.3"/>'


def shown(value: float, unit: str) -> str:
    """A value with its unit, short."""
    if math.isnan(value):
        return "none"
    match unit:
        case "s":
            return f"{value * 1000:.3g} ms" if value < 1 else f"{value:.3g} s"
        case "ops":
            return f"{value:.3g}/s"
        case "percentunit":
            return f"{value:.0%}"
        case "bytes":
            return f"{value / 2**20:.0f} MiB"
    return f"{value:.3g}" if value < 1000 else f"{value:,.0f}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")

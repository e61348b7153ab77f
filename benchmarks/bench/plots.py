"""A plot of ratios as SVG: a bar a server and workload, with the base at 1."""

from collections.abc import Iterator, Sequence

from benchmarks.bench.measures import Summary

LEFT, WIDTH, BAR, GAP, MOST = 110, 520, 14, 12, 2.5
COLORS = ("#2563eb", "#0d9488", "#d97706", "#7c3aed")


def plot(rows: Sequence[Summary], base: str) -> str:
    """Requests a second of each server by those of the base, which is a line."""
    servers = [name for name in dict.fromkeys(row.server for row in rows) if name != base]
    workloads = list(dict.fromkeys(row.workload for row in rows))
    ratios = {(row.workload, row.server): row.ratio or 0.0 for row in rows}
    bars = list(_bars(workloads, servers, ratios))
    height = len(workloads) * (len(servers) * BAR + GAP) + 50
    line = LEFT + WIDTH / MOST
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + WIDTH + 60}" height="{height}" '
            'font-family="sans-serif" font-size="11">',
            '<rect width="100%" height="100%" fill="white"/>',
            *bars,
            f'<line x1="{line}" x2="{line}" y1="30" y2="{height - 10}" stroke="#444" stroke-dasharray="4 3"/>',
            f'<text x="{line + 4}" y="26" fill="#444">{base} = 1</text>',
            *_legend(servers),
            "</svg>\n",
        ]
    )


def _bars(workloads: list[str], servers: list[str], ratios: dict[tuple[str, str], float]) -> Iterator[str]:
    y = 36
    for workload in workloads:
        yield f'<text x="8" y="{y + 11}">{workload}</text>'
        for server, color in zip(servers, COLORS, strict=False):
            ratio = ratios.get((workload, server), 0.0)
            width = min(ratio, MOST) * WIDTH / MOST
            yield f'<rect x="{LEFT}" y="{y}" width="{width:.1f}" height="{BAR - 2}" fill="{color}"/>'
            yield f'<text x="{LEFT + width + 4:.1f}" y="{y + 10}">{ratio:.2f}</text>'
            y += BAR
        y += GAP


def _legend(servers: list[str]) -> Iterator[str]:
    for place, (server, color) in enumerate(zip(servers, COLORS, strict=False)):
        x = LEFT + place * 110
        yield f'<rect x="{x}" y="6" width="10" height="10" fill="{color}"/>'
        yield f'<text x="{x + 14}" y="15">{server}</text>'

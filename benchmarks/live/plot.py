"""The longest stalls as a plot in SVG, which can be read on a light and on a dark page."""

from html import escape
from pathlib import Path

LEFT, TOP, PANEL, GAP, ROW = 240, 56, 124, 14, 19
SECONDS = 8
LOCK_TIMEOUT = 2
MARKS = {
    "Flyway": '<rect class="flyway" x="{left:.1f}" y="{above:.1f}" width="8" height="8"/>',
    "Alembic": '<path class="alembic" d="M{x:.1f} {above:.1f} l5 9 h-10 z"/>',
    "Slipway, as its page says": '<circle class="instead" cx="{x:.1f}" cy="{y:.1f}" r="4"/>',
    "Slipway": '<circle class="slipway" cx="{x:.1f}" cy="{y:.1f}" r="4"/>',
}
STYLE = """
text { font: 12px system-ui, sans-serif; fill: #57606a }
.head { font-weight: 600 }
.line { stroke: #8c959f; stroke-opacity: .35 }
.limit { stroke: #0969da; stroke-dasharray: 4 3 }
.slipway { fill: #0969da }
.instead { fill: none; stroke: #0969da; stroke-width: 1.8 }
.flyway { fill: #cf222e; fill-opacity: .75 }
.alembic { fill: #9a6700; fill-opacity: .75 }
@media (prefers-color-scheme: dark) {
  text { fill: #9198a1 }
  .limit { stroke: #4493f8 }
  .slipway { fill: #4493f8 }
  .instead { stroke: #4493f8 }
  .flyway { fill: #f85149 }
  .alembic { fill: #d29922 }
}
"""


def mark(name, x, y):
    return MARKS[name].format(x=x, y=y, left=x - 4, above=y - 4.5)


def label(x, y, text, more=""):
    return f'<text x="{x:.1f}" y="{y:.1f}"{more}>{escape(text)}</text>'


def line(x, y, x2, y2, kind="line"):
    return f'<line class="{kind}" x1="{x:.1f}" y1="{y:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def legend():
    parts, x = [], LEFT
    for name in reversed(MARKS):
        parts += [mark(name, x + 4, 12), label(x + 14, 16, name)]
        x += 36 + 7 * len(name)
    return [*parts, line(x, 12, x + 20, 12, "limit"), label(x + 26, 16, "one lock timeout")]


def panel(left, blocker, done):
    """One blocker: a row for each change, a mark for each contender, the longest stall to the right."""
    bottom = TOP + ROW * len(done)
    parts = [label(left, TOP - 22, blocker, ' class="head"')]
    for second in range(0, SECONDS + 1, 2):
        x = left + second * PANEL / SECONDS
        parts += [line(x, TOP, x, bottom, "limit" if second == LOCK_TIMEOUT else "line")]
        parts += [label(x, TOP - 6, str(second), ' text-anchor="middle"')]
    for row, by_blocker in enumerate(done.values()):
        y = TOP + ROW * (row + 0.5)
        for name in MARKS:
            if name in by_blocker[blocker]:
                seconds = min(by_blocker[blocker][name].stalls.longest, SECONDS)
                parts.append(mark(name, left + seconds * PANEL / SECONDS, y))
    return parts


def write(path, done):
    blockers = list(next(iter(done.values())))
    width = LEFT + len(blockers) * (PANEL + GAP)
    height = TOP + ROW * len(done) + 6
    parts = legend()
    for row, change in enumerate(done):
        parts.append(label(LEFT - 12, TOP + ROW * (row + 0.5) + 4, change.name, ' text-anchor="end"'))
    for number, blocker in enumerate(blockers):
        parts += panel(LEFT + number * (PANEL + GAP), blocker, done)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    title = "<title>Longest stall of the application in seconds, by change, blocker and runner</title>"
    Path(path).write_text("\n".join([head, title, f"<style>{STYLE}</style>", *parts, "</svg>"]) + "\n", encoding="utf-8")

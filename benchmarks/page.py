"""The figures of a benchmark in a page of the documentation, where its marks are."""

from pathlib import Path

BEGIN = "<!-- written by benchmarks/run {} --page -->"
END = "<!-- the end of what it has written -->"


def picture(page, name):
    """The file of a plot: it lies beside the page."""
    return Path(page).with_name(name)


def fill(page, benchmark, machine, parts):
    """Writes the parts in place of those of an earlier run."""
    path = Path(page)
    begin = BEGIN.format(benchmark)
    before, rest = path.read_text(encoding="utf-8").split(begin)
    after = rest.split(END, 1)[1]
    figures = "\n\n".join(["\n".join(machine), *parts])
    path.write_text(f"{before}{begin}\n\n{figures}\n\n{END}{after}", encoding="utf-8")

"""The figures in a page of the documentation, and the plot beside it."""

from pathlib import Path

from live import plot

BEGIN = "<!-- written by benchmarks/run live --page -->"
END = "<!-- the end of what it has written -->"


def fill(path, machine, tables, done):
    page = Path(path)
    picture = page.with_name("live-traffic.svg")
    plot.write(picture, done)
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    image = f"![The longest stall of the application, by change, blocker and runner]({picture.name})"
    figures = "\n\n".join(["\n".join(machine), image, *tables])
    page.write_text(f"{before}{BEGIN}\n\n{figures}\n\n{END}{after}", encoding="utf-8")

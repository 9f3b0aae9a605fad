"""The time of a run over the number of its scripts as a plot in SVG, which can be read on a light and on a dark page."""

import statistics

import matplotlib

matplotlib.use("svg")
# pylint: disable=wrong-import-position
from matplotlib import pyplot
from matplotlib.ticker import FuncFormatter, NullFormatter, NullLocator

GREY = "#7d8590"
# colour, line and mark of each contender
LOOKS = {
    "Slipway, AOT cache": ("#2f81f7", "-", "o"),
    "Slipway, plain jar": ("#2f81f7", "--", "o"),
    "psql": (GREY, ":", "x"),
    "dbmate": ("#2da44e", "-", "D"),
    "Flyway": ("#e5534b", "-", "s"),
    "Liquibase": ("#8250df", "-", "v"),
    "Alembic": ("#b08800", "-", "^"),
}
STYLE = {
    # the same figures make the same file
    "svg.hashsalt": "slipway",
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.size": 10,
    "text.color": GREY,
    "axes.labelcolor": GREY,
    "axes.edgecolor": GREY,
    "xtick.color": GREY,
    "ytick.color": GREY,
    "grid.color": GREY,
    "grid.alpha": 0.25,
}


def line(axes, name, by_count):
    """Medians, with the least and the most."""
    color, style, mark = LOOKS[name]
    medians = [statistics.median(seconds) for seconds in by_count.values()]
    spread = [
        [middle - min(seconds) for middle, seconds in zip(medians, by_count.values())],
        [max(seconds) - middle for middle, seconds in zip(medians, by_count.values())],
    ]
    axes.errorbar(list(by_count), medians, yerr=spread, label=name, color=color, ls=style, marker=mark, ms=5, capsize=2)


def panel(axes, title, counts, times):
    """
    times: for each contender the seconds of all rounds by the number of scripts
    """
    axes.set_title(title, fontsize=11)
    axes.set_xscale("log")
    axes.set_yscale("log")
    for name, by_count in times.items():
        line(axes, name, by_count)
    axes.set_xticks(counts)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda count, _: f"{count:,.0f}"))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.yaxis.set_major_formatter(FuncFormatter(lambda seconds, _: f"{seconds:,g}"))
    axes.yaxis.set_minor_formatter(NullFormatter())
    axes.set_xlabel("scripts")
    axes.grid(True, which="both", axis="y")
    axes.grid(True, axis="x")


def write(path, panels):
    """
    panels: the times of each by its title
    """
    counts = sorted({count for times in panels.values() for by_count in times.values() for count in by_count})
    with pyplot.rc_context(STYLE):
        figure, all_axes = pyplot.subplots(1, len(panels), figsize=(9, 4.4), sharey=True)
        for axes, (title, times) in zip(all_axes, panels.items()):
            panel(axes, title, counts, times)
        all_axes[0].set_ylabel("seconds")
        handles, names = all_axes[0].get_legend_handles_labels()
        figure.legend(handles, names, loc="lower center", ncol=len(names), frameon=False, fontsize=9)
        figure.tight_layout(rect=(0, 0.07, 1, 1))
        nothing = {"Creator": None, "Date": None, "Format": None, "Type": None}
        figure.savefig(path, format="svg", transparent=True, metadata=nothing)
        pyplot.close(figure)

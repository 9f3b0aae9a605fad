"""Time and processor time of processes, and tables of them."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin", "java")


class Cost(NamedTuple):
    """Seconds on the clock, and seconds of a processor in the process itself, not in PostgreSQL."""

    clock: float
    processor: float


def output_of(command, **options):
    """What a command prints; it must end well."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **options)
    if done.returncode:
        sys.exit(f"error: {command[0]} ended with {done.returncode}\n{done.stdout}")
    return done.stdout


def cost_of(command, environment=None):
    """Runs a command that must end well, with nothing in its environment but what is given."""
    given = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **(environment or {})}
    before = os.times()
    start = time.monotonic()
    output_of(command, env=given, cwd=ROOT)
    clock = time.monotonic() - start
    after = os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(clock, processor)


def milliseconds(seconds):
    return f"{seconds * 1000:,.0f}"


def spread(values, form=milliseconds):
    """The median, with the least and the most if there are several."""
    values = list(values)
    text = form(statistics.median(values))
    return f"{text} ({form(min(values))} to {form(max(values))})" if len(values) > 1 else text


def table(title, columns, rows):
    """A table in Markdown."""
    head = [f"### {title}", "", f"| {' | '.join(columns)} |", "|---|" + "---:|" * (len(columns) - 1)]
    return "\n".join([*head, *(f"| {' | '.join(row)} |" for row in rows)])


def show(title, columns, rows):
    print(f"\n{table(title, columns, rows)}", flush=True)


def say(text):
    """Where the benchmark is, for who waits for it."""
    print(text, file=sys.stderr, flush=True)

"""Time, processor time and memory of processes, and tables of them."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin", "java")


class Cost(NamedTuple):
    """Of the process itself, not of PostgreSQL: seconds on the clock, seconds of a processor, bytes of memory at most.

    A process is never told to have less memory than this one, from which it is forked.
    """

    clock: float
    processor: float
    memory: int


def output_of(command, **options):
    """What a command prints; it must end well."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **options)
    if done.returncode:
        sys.exit(f"error: {command[0]} ended with {done.returncode}\n{done.stdout}")
    return done.stdout


def cost_of(command, environment=None):
    """Runs a command that must end well, with nothing in its environment but what is given."""
    given = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **(environment or {})}
    start = time.monotonic()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, env=given, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        clock = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            sys.exit(f"error: {command[0]} ended with {process.returncode}\n{output.read()}")
    return Cost(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def busy():
    """Seconds that all processors have worked since the machine started."""
    with open("/proc/stat", encoding="ascii") as file:
        user, nice, system, _, _, irq, softirq, *_ = map(int, file.readline().split()[1:])
    return (user + nice + system + irq + softirq) / os.sysconf("SC_CLK_TCK")


def milliseconds(seconds):
    return f"{seconds * 1000:,.0f}"


def megabytes(size):
    return f"{size / 1e6:,.0f}"


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


def costs(title, by_name):
    """A table of what each contender costs; those that were not measured are left out."""
    rows = [
        [name, spread(cost.clock for cost in each), spread(cost.processor for cost in each),
         spread((cost.memory for cost in each), megabytes)]
        for name, each in by_name.items()
        if each
    ]
    return table(title, ["", "ms", "of these the client's processor, ms", "the client's memory at most, MB"], rows)


def say(text):
    """Where the benchmark is, for who waits for it."""
    print(text, file=sys.stderr, flush=True)

"""Single steps of a run, in a process that has warmed up, by JMH."""

import json
import math
import os
import tempfile

from measure import JAVA, ROOT, output_of, say, show
from runner import FLAGS

JAR = ROOT / "microbenchmarks/target/microbenchmarks.jar"
# JMH asks for what a new Java warns of
QUIET = "--sun-misc-unsafe-memory-access=allow"
TINY = ["-f", "1", "-wi", "0", "-i", "1", "-r", "1ms", "-p", "copies=1", "-p", "count=200"]


def figure(number):
    """Three digits of it, or nothing if there is none, as there is no error of a single iteration."""
    value = float(number)
    if math.isnan(value):
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def row(result):
    name = ".".join(result["benchmark"].split(".")[-2:])
    given = "".join(f", {key} {int(value):,}" for key, value in result.get("params", {}).items())
    metric = result["primaryMetric"]
    return [f"`{name}`{given}", figure(metric["score"]), figure(metric["scoreError"])]


def run(_, options):
    forks = options.rounds or 3
    effort = TINY if options.tiny else ["-f", str(forks), "-wi", "3", "-w", "1s", "-i", "5", "-r", "1s"]
    say("micro: JMH runs all of it")
    with tempfile.TemporaryDirectory(prefix="slipway-benchmark") as folder:
        results = os.path.join(folder, "results.json")
        words = ["-foe", "true", "-tu", "us", "-rf", "json", "-rff", results, "-jvmArgs", " ".join([QUIET, *FLAGS])]
        output_of([JAVA, QUIET, "-jar", str(JAR), *effort, *words])
        with open(results, encoding="utf-8") as file:
            rows = [row(result) for result in json.load(file)]
    show("Single steps, warmed up", ["", "µs", "± µs"], rows)

"""The command line of the benchmarks."""

import argparse
import os
import platform
import signal
import sys

import impact
import live
import micro
import proof
import runner
import service
import tenants
from postgres import Postgres
from measure import output_of

MEASURED = {
    "runner": runner,
    "proof": proof,
    "impact": impact,
    "service": service,
    "live": live,
    "tenants": tenants,
    "micro": micro,
}


def machine():
    """What the figures depend on besides the programs."""
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        models = [line.split(":", 1)[1].strip() for line in info if line.startswith("model name")]
    with open("/proc/meminfo", encoding="utf-8") as info:
        gigabytes = int(info.readline().split()[1]) / 1024 / 1024
    java = output_of([os.path.join(os.environ["JAVA_HOME"], "bin", "java"), "--version"]).splitlines()[1]
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    return [
        f"- {len(models)} × {models[0]}, {gigabytes:.0f} GB, {platform.system()} {platform.release().split('-')[0]}",
        f"- {java}",
        f"- {output_of([Postgres.program('postgres'), '--version']).strip()}, `fsync` off, otherwise with its default settings, on loopback",
        f"- load average at the start: {load}",
    ]


def counts(text):
    """The numbers of a list such as `10,200`."""
    return sorted({int(count) for count in text.split(",")})


def main():
    parser = argparse.ArgumentParser(prog="benchmarks/run", description="Prints tables in Markdown.")
    parser.add_argument("benchmarks", nargs="*", metavar="|".join(MEASURED), help="all, if none is named")
    parser.add_argument("--tiny", action="store_true", help="the least that shows that all of it still works")
    parser.add_argument("--rounds", type=int, help="how often each contender is measured")
    parser.add_argument("--counts", type=counts, metavar="N,N...", help="how many small scripts there are, for runner and proof")
    parser.add_argument("--schemas", type=int, default=2000, help="how many tenants share a database, for tenants")
    parser.add_argument("--page", metavar="FILE", help="the page that runner and live write their figures into, with plots beside it")
    options = parser.parse_args()
    unknown = set(options.benchmarks) - set(MEASURED)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    options.machine = machine()
    print("\n".join(options.machine), flush=True)
    for name in options.benchmarks or MEASURED:
        benchmark = MEASURED[name]
        with Postgres(getattr(benchmark, "IN_MEMORY", False)) as postgres:
            benchmark.run(postgres, options)


main()

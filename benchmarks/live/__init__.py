"""Scripts under live traffic: how long an application waits while they are run and somebody else is in their way."""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import page
from contenders.alembic_project import AlembicProject
from live import plot, traffic
from live.blockers import BLOCKERS, Nobody, Select, until
from live.scripts import CHANGES, STAMP, write
from live.traffic import Stalls, Traffic
from measure import say, table
from runner import Flyway, Slipway

WARM_UP = 0.5
PATIENCE = 60
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
WAITING = f"""
    select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and application_name <> '{traffic.NAME}'
"""


class Lane(NamedTuple):
    """Who runs a change, and which of its scripts."""

    name: str
    runner: object
    instead: bool = False


class Outcome(NamedTuple):
    """What came of one cell: the stalls, the seconds of the whole run, and why the change is not there, if it is not."""

    stalls: Stalls
    seconds: float
    missing: str


class Live:
    """Every change and blocker, on copies of one database."""

    def __init__(self, postgres, folder, rows, held):
        os.mkdir(folder)
        self.postgres = postgres
        self.folder = folder
        self.rows = rows
        self.held = held
        self.template = postgres.create()
        Slipway(postgres).migrate(self.template, write(os.path.join(folder, "tables"), rows))
        postgres.psql(self.template, STAMP)
        postgres.psql(self.template, "vacuum analyze")
        self.lanes = [
            Lane("Slipway", Slipway(postgres)),
            Lane("Slipway, as its page says", Slipway(postgres), True),
            Lane("Flyway", Flyway(postgres, folder)),
            Lane("Alembic", AlembicProject(postgres, os.path.join(folder, "alembic"))),
        ]

    def scripts(self, number, change, instead):
        folder = os.path.join(self.folder, f"change_{number}{'_instead' if instead else ''}")
        if not os.path.exists(folder):
            write(folder, self.rows, change.instead if instead else [change.written])
        return folder

    def row(self, number, change, blocker):
        """The cells of all who run a change. Where somebody is in the way they run at once, each in a database of its own."""
        lanes = [lane for lane in self.lanes if change.instead or not lane.instead]
        cells = [(lane, self.postgres.copy(self.template), self.scripts(number, change, lane.instead)) for lane in lanes]
        with ThreadPoolExecutor(1 if blocker is Nobody else len(cells)) as pool:
            outcomes = list(pool.map(lambda cell: self.cell(*cell, blocker), cells))
        for _, database, _ in cells:
            self.postgres.drop(database)
        return {lane.name: outcome for lane, outcome in zip(lanes, outcomes)}

    def cell(self, lane, database, scripts, blocker):
        url = self.postgres.url(database)
        command = lane.runner.command(database, scripts)
        with Traffic(url, self.rows) as application, tempfile.TemporaryFile("w+") as log:
            time.sleep(WARM_UP)
            with blocker(url):
                began = time.monotonic()
                process = subprocess.Popen(command, env=ENVIRONMENT, stdout=log, stderr=log)
                if until(url, WAITING, lambda: process.poll() is not None):
                    leave(process, self.held)
            if leave(process, PATIENCE):
                missing = "failed" if process.returncode else ""
            else:
                process.terminate()
                process.wait()
                missing = "hung"
            if missing:
                log.seek(0)
                say(f"{lane.name} {missing}: {log.read()[-2000:]}")
            return Outcome(application.stop(began), time.monotonic() - began, missing)


def leave(process, seconds):
    """Comes back when a process has ended, which it tells, or has gone on for so long."""
    try:
        process.wait(seconds)
        return True
    except subprocess.TimeoutExpired:
        return False


def longest(stalls):
    return stalls.longest


def waited(stalls):
    return stalls.waited


def text(outcome, value):
    return f"{value(outcome.stalls):.1f}" + (f" ({outcome.missing})" if outcome.missing else "")


def matrix(live, changes, blockers):
    """For each change the outcomes of all runners by the name of what is in the way."""
    done = {change: {} for change in changes}
    for number, change in enumerate(changes):
        for blocker in blockers:
            outcomes = live.row(number, change, blocker)
            done[change][blocker.name] = outcomes
            figures = ", ".join(f"{name} {text(outcome, longest)}" for name, outcome in outcomes.items())
            say(f"live: {change.name}, {blocker.name} in the way: {figures}")
    return done


def require_applied(done):
    """For who asks only whether all of it still works."""
    for change, by_blocker in done.items():
        for outcomes in by_blocker.values():
            for name, outcome in outcomes.items():
                if outcome.missing:
                    sys.exit(f"error: {name} {outcome.missing}: {change.name}")


def stalls(title, live, done, value):
    """A row for each change, a column for each blocker, and in each cell a figure for each runner."""
    names = [lane.name for lane in live.lanes]
    rows = [
        [change.name, *(cell_of(outcomes, names, value) for outcomes in by_blocker.values())]
        for change, by_blocker in done.items()
    ]
    return table(f"{title}: {' · '.join(names)}", ["", *next(iter(done.values()))], rows)


def cell_of(outcomes, names, value):
    return " · ".join(text(outcomes[name], value) if name in outcomes else "–" for name in names)


def failures(live, done):
    failed = {lane.name: 0 for lane in live.lanes}
    for by_blocker in done.values():
        for outcomes in by_blocker.values():
            for name, outcome in outcomes.items():
                failed[name] += outcome.stalls.failed
    rows = [[name, f"{count:,}"] for name, count in failed.items()]
    return table("Statements of the application that failed", ["", "statements"], rows)


def batches(live):
    """All rows of the table written by one statement, and in batches, with nobody in the way."""
    change = next(change for change in CHANGES if change.name == "write all rows")
    rows = []
    for lane, name in zip(live.lanes, ["one UPDATE", "`-- batch: id`"]):
        database = live.postgres.copy(live.template)
        before = live.postgres.psql(database, "select pg_current_wal_lsn()")
        outcome = live.cell(lane, database, live.scripts(len(CHANGES), change, lane.instead), Nobody)
        wal = live.postgres.psql(database, f"select pg_current_wal_lsn() - '{before}'")
        rows.append([name, f"{outcome.seconds:.1f}", text(outcome, longest), text(outcome, waited), f"{int(wal) / 1e6:,.0f}"])
        live.postgres.drop(database)
    return table(f"{live.rows:,} rows written", ["", "s", "longest stall, s", "waited, s", "WAL, MB"], rows)


def run(postgres, options):
    with tempfile.TemporaryDirectory(prefix="slipway-benchmark") as folder:
        os.chmod(folder, 0o755)
        if options.tiny:
            live = Live(postgres, os.path.join(folder, "tiny"), 2_000, 2.5)
            done = matrix(live, CHANGES[:1], [Select])
            require_applied(done)
        else:
            live = Live(postgres, os.path.join(folder, "matrix"), 50_000, 6)
            done = matrix(live, CHANGES, BLOCKERS)
        tables = [
            stalls("The longest stall, s", live, done, longest),
            stalls("Time that statements waited, all connections together, s", live, done, waited),
            failures(live, done),
            batches(live if options.tiny else Live(postgres, os.path.join(folder, "batches"), 400_000, 0)),
        ]
        print("\n" + "\n\n".join(tables), flush=True)
        if options.page:
            picture = page.picture(options.page, "live-traffic.svg")
            plot.write(picture, done)
            image = f"![The longest stall of the application, by change, blocker and runner]({picture.name})"
            page.fill(options.page, "live", options.machine, [image, *tables])

"""One set of scripts for many tenants: schemas of one database, and databases of one server."""

import os
import tempfile
from typing import NamedTuple

from contenders import dbmate
from measure import JAVA, busy, cost_of, megabytes, milliseconds, output_of, say, show
from runner import FLAGS, JAR, WORKBENCH, Psql, SlipwayWithCache, reference_scripts, small_scripts

SCRIPTS = 10


class Schemas:
    """Tenants that are schemas of one database."""

    kind = "schemas"

    def __init__(self, postgres):
        self.postgres = postgres
        self.database = postgres.create()
        self.made = 0

    def tenants(self, count):
        names = [f"tenant_{self.made + number}" for number in range(count)]
        self.made += count
        self.postgres.psql(self.database, ";".join(f"create schema {name}" for name in names))
        return names

    def words(self, tenant):
        return ["--url", self.place(), "--default-schema", tenant]

    def environment(self, tenant):
        return {"PGOPTIONS": f"-c search_path={tenant}", "PGDATABASE": self.database}

    def dbmate(self, tenant):
        return f"{self.postgres.url(self.database)}?sslmode=disable&search_path={tenant}"

    def list(self, tenants):
        return "\n".join(tenants)

    def place(self):
        return self.postgres.url(self.database)

    def measured(self):
        """Bytes of WAL so far, bytes of the database, bytes of its catalog, and rows of pg_class."""
        return [
            int(number)
            for number in self.postgres.psql(
                self.database,
                "select pg_current_wal_insert_lsn() - '0/0', pg_database_size(current_database()),"
                " (select sum(pg_total_relation_size(oid)) from pg_class where relnamespace = 'pg_catalog'::regnamespace"
                " and relkind = 'r'), (select count(*) from pg_class)",
            ).split("|")
        ]


class Databases:
    """Tenants that are databases of one server."""

    kind = "databases"

    def __init__(self, postgres):
        self.postgres = postgres

    def tenants(self, count):
        return [self.postgres.create() for _ in range(count)]

    def words(self, tenant):
        return ["--url", self.postgres.url(tenant)]

    def environment(self, tenant):
        return {"PGDATABASE": tenant}

    def dbmate(self, tenant):
        return f"{self.postgres.url(tenant)}?sslmode=disable"

    def list(self, tenants):
        return "\n".join(self.postgres.url(tenant) for tenant in tenants)

    def place(self):
        return self.postgres.url("postgres")

    def measured(self):
        """Nothing: each has a catalog of its own, as large as the one of an empty database at the least."""
        return []


class Total(NamedTuple):
    """Of all processes of a contender: seconds on the clock, memory of the largest, and which part of its processors
    the server had meanwhile: what others had, of which there are none."""

    clock: float
    memory: int
    server: float


def total(commands, environments=None, processors=os.cpu_count()):
    """Runs one after the other.

    processors: how many the server may use
    """
    before = busy()
    costs = [cost_of(*each) for each in zip(commands, environments or [None] * len(commands))]
    clock = sum(cost.clock for cost in costs)
    others = busy() - before - sum(cost.processor for cost in costs)
    return Total(clock, max(cost.memory for cost in costs), others / clock / processors)


def row(name, tenants, first, second=None):
    again = "" if second is None else milliseconds(second.clock)
    each = milliseconds(first.clock / tenants)
    share = f"{first.server:.0%}"
    return [name, f"{tenants:,}", milliseconds(first.clock), each, share, again, megabytes(first.memory)]


def fleet(slipway, scripts, place, tenants, folder):
    """The command for all tenants at once."""
    file = os.path.join(folder, "tenants.txt")
    with open(file, "w", encoding="utf-8") as written:
        written.write(place.list(tenants))
    words = ["upgrade", "--url", place.place(), "--locations", f"filesystem:{scripts}", "--tenants", file]
    return [JAVA, *FLAGS, *slipway.options, "-jar", str(JAR), *words]


def twice(command):
    return total([command]), total([command])


def apart(postgres, command):
    """The same, with one processor for the client, and all others for the server."""
    client, *others = sorted(os.sched_getaffinity(0))
    command = ["taskset", "--cpu-list", str(client), *command]
    with postgres.on(others):
        return total([command], processors=len(others)), total([command], processors=len(others))


def loops(slipway, psql, programs, scripts, place, count):
    """A shell's loop: a process for each of some tenants."""
    rows = []
    postgres = place.postgres
    server = {"PGHOST": "127.0.0.1", "PGPORT": str(postgres.port), "PGUSER": "postgres"}
    everything = ["psql", *psql.OPTIONS, "--file", str(psql.everything(scripts))]
    tenants = place.tenants(count)
    environments = [{**server, **place.environment(tenant)} for tenant in tenants]
    rows.append(row("a loop of psql", len(tenants), total([everything] * len(tenants), environments)))
    for program in programs:
        tenants = place.tenants(count)
        commands = [
            [program.program, "--no-dump-schema", "--migrations-dir", str(program.migrations(scripts)), "--url",
             place.dbmate(tenant), "migrate"]
            for tenant in tenants
        ]
        rows.append(row("a loop of dbmate", len(tenants), total(commands), total(commands)))
    tenants = place.tenants(count)
    commands = [
        [JAVA, *FLAGS, *slipway.options, "-jar", str(JAR), *place.words(tenant), "--locations", f"filesystem:{scripts}"]
        for tenant in tenants
    ]
    rows.append(row("a loop of Slipway", len(tenants), total(commands), total(commands)))
    return rows


def compare(contenders, scripts, place, counts, folder):
    most, some = counts
    slipway = contenders[0]
    rows = loops(*contenders, scripts, place, some)
    say(f"tenants: {most} {place.kind}")
    before = place.measured()
    rows.append(row("Slipway, --tenants", most, *twice(fleet(slipway, scripts, place, place.tenants(most), folder))))
    costs = [(after - begun) / most for begun, after in zip(before, place.measured())]
    output_of([JAVA, "-jar", str(WORKBENCH), "prove", "--locations", f"filesystem:{scripts}"])
    rows.append(row("held to the proof", most, *twice(fleet(slipway, scripts, place, place.tenants(most), folder))))
    if len(os.sched_getaffinity(0)) > 1:
        command = fleet(slipway, scripts, place, place.tenants(most), folder)
        rows.append(row("held to the proof, client and server apart", most, *apart(place.postgres, command)))
    os.remove(os.path.join(scripts, "manifest.json"))
    head = ["", "tenants", "ms", "ms a tenant", "server", "nothing to do, ms", "memory of the client, MB"]
    show(f"{SCRIPTS} scripts for tenants that are {place.kind}", head, rows)
    if isinstance(place, Schemas):
        wal, size, catalog, relations = costs
        head = ["", "KB of WAL", "KB on disk", "of these in the catalog", "rows of pg_class"]
        show(
            "What a tenant costs the server",
            head,
            [["a schema", f"{wal / 1024:.0f}", f"{size / 1024:.0f}", f"{catalog / 1024:.0f}", f"{relations:.0f}"]],
        )


def run(postgres, options):
    with tempfile.TemporaryDirectory(prefix="slipway-benchmark") as folder:
        os.chmod(folder, 0o755)
        reference = reference_scripts(os.path.join(folder, "reference"))
        scripts = small_scripts(os.path.join(folder, "scripts"), SCRIPTS)
        contenders = (
            SlipwayWithCache(postgres, reference, folder),
            Psql(postgres),
            dbmate.contenders(postgres, os.path.join(folder, "dbmate")),
        )
        schemas, databases = (4, 3) if options.tiny else (options.schemas, max(1, options.schemas * 3 // 20))
        compare(contenders, scripts, Schemas(postgres), (schemas, min(schemas, 100)), folder)
        compare(contenders, scripts, Databases(postgres), (databases, min(databases, 50)), folder)

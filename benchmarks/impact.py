"""How long PostgreSQL takes per gigabyte for what scripts do with all rows of a table.

The figures are the ranges of `Speed` in the runner, from which it tells how long a script will lock a table.
"""

import time

from measure import say, show

GIGABYTE = 1024 ** 3

# a row of 60 bytes with its header, and one of 420: a gigabyte of the one has seven times as many rows
SHAPES = {
    "narrow": "id bigint primary key, parent int, n int, name varchar(20)",
    "wide": "id bigint primary key, parent int, n int, name varchar(400)",
}
ROWS = {
    "narrow": "select i, i % 1000, i, 'name ' || i from generate_series(1, {}) i",
    "wide": "select i, i % 1000, i, rpad('name ' || i, 360, md5(i::text)) from generate_series(1, {}) i",
}
# in this order: what is rewritten has the index of its primary key then, and what is written two more
WORKS = {
    "rewrite": "alter table t alter n type bigint",
    "scan": "select count(n) from t",
    "check": "alter table t add check (n >= 0 and name <> '')",
    "foreign key": "alter table t add foreign key (parent) references parent",
    "index": "create index on t (name)",
    "index of integers": "create index on t (parent)",
    "write": "update t set parent = parent + 0",
}
SIZES = [100, 300, 900]
TINY = [10]
FACTOR = 3


def fill(postgres, shape, megabytes):
    """A database with one table of about this size, and the one that it refers to."""
    database = postgres.create()
    rows = megabytes * 1024 * 1024 // (60 if shape == "narrow" else 420)
    postgres.psql(database, f"create table parent (id int primary key); insert into parent select generate_series(0, 999);"
                            f" create table t ({SHAPES[shape]}); insert into t {ROWS[shape].format(rows)}")
    postgres.psql(database, "vacuum analyze t")
    return database


def sizes(postgres, database):
    heap, indexes = postgres.psql(database, "select pg_relation_size('t'), pg_indexes_size('t')").split("|")
    return int(heap), int(indexes)


def seconds(postgres, database, sql):
    start = time.monotonic()
    postgres.psql(database, sql)
    return time.monotonic() - start


def measure(postgres, shape, megabytes, times):
    say(f"impact: {megabytes} MB of {shape} rows")
    database = fill(postgres, shape, megabytes)
    for work, sql in WORKS.items():
        heap, indexes = sizes(postgres, database)
        took = seconds(postgres, database, sql)
        per_gigabyte = took / (heap + (indexes if work == "write" else 0)) * GIGABYTE
        times.setdefault(work, {}).setdefault(shape, []).append(per_gigabyte)
    postgres.drop(database)


def run(postgres, options):
    times = {}
    for megabytes in TINY if options.tiny else SIZES:
        for shape in SHAPES:
            measure(postgres, shape, megabytes, times)
    show(
        "Seconds per gigabyte",
        ["", "least", "most"],
        [[work, *(f"{bound(every(shapes)):.1f}" for bound in (min, max))] for work, shapes in times.items()],
    )
    if not options.tiny:
        compare(times)


def every(shapes):
    return [time for some in shapes.values() for time in some]


def compare(times):
    """What an estimate from the smallest table says of the larger ones, as a run that learned from it would say."""
    rows = []
    for work, shapes in times.items():
        factors = [time / some[0] for some in shapes.values() for time in some[1:]]
        rows.append([work, f"{min(factors):.2f}", f"{max(factors):.2f}"])
        if min(factors) < 1 / FACTOR or max(factors) > FACTOR:
            say(f"impact: {work} is further than a factor of {FACTOR} from its estimate")
    show("What larger tables took, over what the smallest let expect", ["", "least", "most"], rows)

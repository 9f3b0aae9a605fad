#!/usr/bin/env python3
"""What Alembic's autogenerate makes of changes of a model, on tables with rows: up and down.

    python3 benchmarks/alembic-changes.py postgresql://postgres@localhost/postgres

It takes Debian's alembic and python3-psycopg2, makes a database of its own, and drops it. Types are compared, as
Flask-Migrate does; defaults are not. docs/how-to/scripts-from-the-model.md says what came of it with Alembic 1.8.1.
"""

import enum
import sys
import warnings

import alembic
import sqlalchemy as sa
from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Computed,
    Enum,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    Sequence,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import TIMESTAMP, UUID

NAME = "slipway_alembic_changes"
ROWS = "insert into users (name, email) values ('ann', 'ann@x'), ('bob', 'bob@x')"


class Two(enum.Enum):
    LOW = 1
    HIGH = 2


class Three(enum.Enum):
    LOW = 1
    MIDDLE = 2
    HIGH = 3


def users(*more, without=(), **columns):
    """The table `users` with other columns or constraints."""

    def make(metadata):
        all_columns = {
            "id": Column("id", BigInteger, Identity(), primary_key=True),
            "name": Column("name", String(255), nullable=False),
            "email": Column("email", String(20), nullable=False),
        }
        all_columns.update({key: make_column() for key, make_column in columns.items()})
        kept = [column for key, column in all_columns.items() if key not in without]
        return Table("users", metadata, *kept, *[make_item() for make_item in more])

    return make


def column(*arguments, **options):
    return lambda: Column(*arguments, **options)


def level(labels, **options):
    if options.pop("native", False):
        return lambda: Column("level", Enum(labels, name="level"), **options)
    kind = {"native_enum": False, "create_constraint": True, "name": "users_level_check"}
    return lambda: Column("level", Enum(labels, **kind), **options)


def check(sql):
    return lambda: CheckConstraint(sql, name="users_check")


def teams(**options):
    """The tables `teams` and `users`, with a foreign key if there are options for it."""

    def make(metadata):
        Table("teams", metadata, Column("id", BigInteger, Identity(), primary_key=True))
        key = [ForeignKey("teams.id", name="users_team", **options.pop("key"))] if "key" in options else []
        users(team=lambda: Column("team_id", BigInteger, *key))(metadata)

    return make


def people(metadata):
    Table(
        "people",
        metadata,
        Column("id", BigInteger, Identity(), primary_key=True),
        Column("name", String(255), nullable=False),
        Column("email", String(20), nullable=False),
    )


def with_table(schema):
    def make(metadata):
        users()(metadata)
        Table("audit", metadata, Column("id", Integer, primary_key=True), schema=schema)

    return make


MAIL = {"nullable": False}
CHANGES = [
    ("column that may be null", users(), users(city=column("city", String(255)))),
    ("required column", users(), users(city=column("city", String(255), nullable=False))),
    ("with a constant default", users(), users(city=column("city", String(255), nullable=False, server_default="x"))),
    ("with a computed default", users(),
     users(token=column("token", UUID, nullable=False, server_default=text("gen_random_uuid()")))),
    ("column dropped", users(), users(without=["email"])),
    ("column renamed", users(), users(without=["name"], full=column("full_name", String(255), nullable=False))),
    ("table renamed", users(), people),
    ("made required", users(email=column("email", String(20))), users(),
     "insert into users (name, email) values ('ann', null)"),
    ("made optional", users(), users(email=column("email", String(20)))),
    ("text made longer", users(), users(email=column("email", String(200), **MAIL))),
    ("text made shorter", users(), users(email=column("email", String(3), **MAIL))),
    ("number made larger", users(score=column("score", Integer)), users(score=column("score", BigInteger))),
    ("time gains its zone", users(at=column("at", TIMESTAMP)), users(at=column("at", TIMESTAMP(timezone=True)))),
    ("default changed", users(), users(email=column("email", String(20), server_default="x", **MAIL))),
    ("enum by names added", users(), users(level=level(Two))),
    ("enum by names gains a value", users(level=level(Two)), users(level=level(Three))),
    ("enum by names loses a value", users(level=level(Three)), users(level=level(Two))),
    ("enum by names becomes a text", users(level=level(Two)), users(level=column("level", String(255)))),
    ("text becomes an enum by names", users(level=column("level", String(255))), users(level=level(Two)),
     "insert into users (name, email, level) values ('ann', 'x', 'other')"),
    ("enum type becomes a text", users(level=level(Two, native=True)), users(level=column("level", String(255)))),
    ("number with a default becomes a truth", users(level=column("level", Integer, server_default="0")),
     users(level=column("level", Boolean, server_default="true"))),
    ("enum type added", users(), users(level=level(Two, native=True))),
    ("enum type gains a value", users(level=level(Two, native=True)), users(level=level(Three, native=True))),
    ("check added", users(), users(check("email <> ''"))),
    ("check changed", users(check("email <> ''")), users(check("email <> 'x'"))),
    ("check dropped", users(check("email <> ''")), users()),
    ("unique added", users(), users(lambda: UniqueConstraint("email", name="users_key"))),
    ("unique added, rows are not", users(), users(lambda: UniqueConstraint("email", name="users_key")),
     "insert into users (name, email) values ('ann', 'x'), ('bob', 'x')"),
    ("index added", users(), users(lambda: Index("users_index", "email"))),
    ("index dropped", users(lambda: Index("users_index", "email")), users()),
    ("index that goes down", users(), users(lambda: Index("users_index", text("email desc")))),
    ("foreign key added", teams(), teams(key={})),
    ("foreign key's action changed", teams(key={}), teams(key={"ondelete": "cascade"})),
    ("computed column added", users(), users(low=column("low", Text, Computed("lower(name)")))),
    ("computed column changed", users(low=column("low", Text, Computed("lower(name)"))),
     users(low=column("low", Text, Computed("upper(name)")))),
    ("collation changed", users(), users(name=column("name", String(255, collation="C"), nullable=False))),
    ("identity begins", users(id=column("id", BigInteger, autoincrement=False, primary_key=True)), users(),
     "insert into users values (1, 'ann', 'ann@x')"),
    ("identity becomes a sequence", users(),
     users(id=column("id", BigInteger, Sequence("users_seq"), server_default=text("nextval('users_seq')"),
                     primary_key=True))),
    ("primary key changed", users(),
     users(id=column("id", BigInteger, Identity(), nullable=False), email=column("email", String(20), primary_key=True))),
    ("key added that is counted", users(without=["id"]), users()),
    ("table added in a new schema", users(), with_table("shop")),
    ("table dropped", with_table(None), users()),
]


def run(connection, metadata, operations):
    context = MigrationContext.configure(connection, opts={"compare_type": True, "target_metadata": metadata})
    run_each(Operations(context), operations)


def run_each(target, operation):
    if hasattr(operation, "ops"):
        for each in operation.ops:
            run_each(target, each)
    else:
        target.invoke(operation)


def result(engine, before, after, rows):
    """What is written, and what becomes of it on rows."""
    with engine.begin() as connection:
        connection.execute(text("drop schema if exists shop cascade; drop schema public cascade; create schema public"))
    first, second = MetaData(), MetaData()
    before(first)
    after(second)
    with engine.begin() as connection:
        first.create_all(connection)
        connection.execute(text(rows))
    with engine.connect() as connection:
        options = {"compare_type": True, "include_schemas": True, "target_metadata": second}
        script = produce_migrations(MigrationContext.configure(connection, opts=options), second)
    lines = [line.strip() for line in render_python_code(script.upgrade_ops).splitlines()]
    written = " ".join(line for line in lines if line and not line.startswith("#"))
    for direction, operations in [("up", script.upgrade_ops), ("down", script.downgrade_ops)]:
        try:
            with engine.begin() as connection:
                run(connection, second, operations)
        except sa.exc.DBAPIError as error:
            return f"{written}\n    {direction} fails: {str(error.orig).splitlines()[0]}"
    return written


def main(url):
    warnings.simplefilter("ignore")
    server = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    print(f"Alembic {alembic.__version__}")
    with server.connect() as connection:
        connection.execute(text(f"create database {NAME}"))
    engine = sa.create_engine(server.url.set(database=NAME))
    try:
        for name, before, after, *rows in CHANGES:
            print(f"{name}: {result(engine, before, after, rows[0] if rows else ROWS)}")
    finally:
        engine.dispose()
        with server.connect() as connection:
            connection.execute(text(f"drop database {NAME}"))


if __name__ == "__main__":
    main(*sys.argv[1:])

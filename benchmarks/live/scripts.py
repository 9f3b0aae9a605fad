"""What is run under traffic: a script for each hazard that takes a lock, and what its page says to write instead."""

from pathlib import Path
from typing import NamedTuple

TABLES = """
create table customers (id bigint primary key, name text not null);
create table orders (
    id bigint primary key, customer_id bigint not null, state text not null, note text, number text not null,
    quantity integer not null, net numeric(12, 2) not null, changes integer not null default 0
) with (fillfactor = 70, autovacuum_enabled = false);
insert into customers select n, 'customer ' || n from generate_series(1, 1000) n;
insert into orders
select n, 1 + n % 1000, 'paid', repeat('note ', 5), 'number ' || n, n % 10, n % 1000, 0 from generate_series(0, {rows}) n;
create index orders_customer_id on orders (customer_id);
create index orders_state on orders (state);
alter table orders add constraint orders_net_check check (net >= 0) not valid;
create function keep() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger keep after delete on orders for each row when (old.id < 0) execute function keep();
"""
# Alembic's own history, beside that of the others
STAMP = "create table alembic_version (version_num varchar(32) primary key); insert into alembic_version values ('1')"

PAID = "update orders set paid = state = 'paid' where paid is distinct from (state = 'paid')"


class Change(NamedTuple):
    """One change of the database.

    `hazard` is the page that names what is wrong with it, `written` the script as many would write it, and `instead` the
    scripts of that page, each a revision of its own; there are none if the script is fine.
    """

    name: str
    hazard: str
    written: str
    instead: tuple = ()


CHANGES = [
    Change("add a column", "", "alter table orders add column paid boolean"),
    Change(
        "add a column with a volatile default",
        "volatile-default",
        "alter table orders add column token uuid default gen_random_uuid()",
        (
            "alter table orders add column token uuid;\nalter table orders alter token set default gen_random_uuid()",
            "-- batch: id\nupdate orders set token = gen_random_uuid() where token is null",
        ),
    ),
    Change(
        "set not null",
        "not-null-scan",
        "alter table orders alter note set not null",
        (
            "alter table orders add constraint orders_note_given check (note is not null) not valid",
            "alter table orders validate constraint orders_note_given",
            "alter table orders alter note set not null;\nalter table orders drop constraint orders_note_given",
        ),
    ),
    Change(
        "add a check",
        "validating-constraint",
        "alter table orders add constraint orders_state_check check (state in ('new', 'paid'))",
        (
            "alter table orders add constraint orders_state_check check (state in ('new', 'paid')) not valid",
            "alter table orders validate constraint orders_state_check",
        ),
    ),
    Change(
        "add a foreign key",
        "validating-constraint",
        "alter table orders add constraint orders_customer_fk foreign key (customer_id) references customers",
        (
            "alter table orders add constraint orders_customer_fk foreign key (customer_id) references customers not valid",
            "alter table orders validate constraint orders_customer_fk",
        ),
    ),
    Change(
        "create an index",
        "blocking-index",
        "create index orders_number on orders (number)",
        ("create index concurrently orders_number on orders (number)",),
    ),
    Change("create an index concurrently", "", "create index concurrently orders_number on orders (number)"),
    Change(
        "drop an index",
        "blocking-index",
        "drop index orders_state",
        ("drop index concurrently orders_state",),
    ),
    Change(
        "add a unique constraint",
        "unique-without-index",
        "alter table orders add constraint orders_number_key unique (number)",
        (
            "create unique index concurrently orders_number_key on orders (number)",
            "alter table orders add constraint orders_number_key unique using index orders_number_key",
        ),
    ),
    Change(
        "change a type",
        "type-change",
        "alter table orders alter quantity type bigint",
        (
            "alter table orders add column quantity_big bigint",
            "-- batch: id\nupdate orders set quantity_big = quantity where quantity_big is distinct from quantity",
        ),
    ),
    Change(
        "add a generated column",
        "table-rewrite",
        "alter table orders add column gross numeric generated always as (net * 1.2) stored",
        (
            "alter table orders add column gross numeric",
            "-- batch: id\nupdate orders set gross = net * 1.2 where gross is distinct from net * 1.2",
        ),
    ),
    Change("vacuum full", "table-rewrite", "vacuum full orders", ("vacuum orders",)),
    Change(
        "drop a column",
        "undeclared-contract",
        "alter table orders drop column note",
        ("-- compat: contract\nalter table orders drop column note",),
    ),
    Change(
        "rename a column",
        "undeclared-contract",
        "alter table orders rename column note to remark",
        ("alter table orders add column remark text",),
    ),
    Change(
        "empty a table",
        "truncated-table",
        "truncate orders",
        ("-- batch: id\ndelete from orders where state = 'paid'",),
    ),
    Change(
        "change two tables",
        "several-exclusive-locks",
        "alter table orders add column remark text;\nalter table customers add column remark text",
        ("alter table orders add column remark text", "alter table customers add column remark text"),
    ),
    Change(
        "add a column, and validate a check",
        "work-under-exclusive-lock",
        "alter table customers add column remark text;\nalter table orders validate constraint orders_net_check",
        ("alter table customers add column remark text", "alter table orders validate constraint orders_net_check"),
    ),
    Change(
        "add a column, and fill it",
        "backfill-with-ddl",
        f"alter table orders add column paid boolean;\n{PAID}",
        ("alter table orders add column paid boolean", f"-- batch: id\n{PAID}"),
    ),
    Change(
        "write all rows",
        "",
        "update orders set state = 'sent' where state = 'paid'",
        ("-- batch: id\nupdate orders set state = 'sent' where state = 'paid'",),
    ),
    Change("disable a trigger", "disabled-trigger", "alter table orders disable trigger keep", ("drop trigger keep on orders",)),
]


def write(folder, rows, scripts=()):
    """A folder with each script as a revision above the one that makes the tables."""
    Path(folder).mkdir(parents=True)
    for number, sql in enumerate([TABLES.format(rows=rows), *scripts], 1):
        Path(folder, f"V{number}__step_{number}.sql").write_text(f"{sql.strip(';')};\n", encoding="utf-8")
    return folder

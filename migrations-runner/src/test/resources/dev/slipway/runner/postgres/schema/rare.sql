-- Objects that few schemas have, and that partly only a superuser may create, on every version of PostgreSQL from 15 on.

create schema sales;
create table orders (id integer primary key, note text, "CamelCase" integer, twice integer generated always as (id * 2) stored);
create table lines (order_id integer, constraint lines_order_fkey foreign key (order_id) references orders);
create type mood as enum ('sad', 'happy');
create type sales."Odd" as enum ('odd');

create collation plain (locale = 'C');
create collation copied from "C";
create collation deaf (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create collation natural_order (provider = icu, locale = 'en-US-u-kn-true');
create collation sales."Phone Book" (provider = icu, locale = 'de_DE');

create function alike(integer, text) returns boolean language sql immutable as 'select $1::text = $2';
create function alike(text, integer) returns boolean language sql immutable as 'select $1 = $2::text';
create function shout(text) returns text language sql immutable as 'select upper($1)';
create function happily(integer) returns mood language sql immutable as $$select 'happy'::mood$$;
create operator === (leftarg = integer, rightarg = text, function = alike, commutator = ===, restrict = eqsel, join = eqjoinsel, hashes);
create operator === (leftarg = text, rightarg = integer, function = alike, commutator = ===);
create operator sales.!! (rightarg = text, function = shout);
create cast (text as mood) with inout as implicit;
create cast (integer as mood) with function happily(integer) as assignment;
create cast (varchar as sales."Odd") with inout;

create text search dictionary stops (template = simple, stopwords = english, accept = false);
create text search dictionary sales."Stems" (template = snowball, language = german);
create text search configuration words (copy = english);
alter text search configuration words alter mapping for asciiword, word with stops, sales."Stems", simple;
create text search configuration sales.nothing (parser = default);

create foreign data wrapper elsewhere;
create server archive type 'old' version '1' foreign data wrapper elsewhere options (host 'db', "pass word" 'secret');
create foreign table archived (id integer options (column_name 'key'), note text not null) server archive options (table_name 'orders');
create user mapping for public server archive options (password 'secret');

create publication some_rows for table orders (id, "CamelCase"), lines where (order_id > 1 and order_id in (2, 3))
    with (publish = 'insert, delete', publish_via_partition_root = true);
create publication "All" for all tables;
create publication of_schema for tables in schema sales;
create publication of_nothing;

create function noted() returns event_trigger language plpgsql as 'begin end';
create event trigger note_tables on ddl_command_end when tag in ('CREATE TABLE', 'ALTER TABLE') execute function noted();
alter event trigger note_tables enable always;
create event trigger "Note Drops" on sql_drop execute function noted();
alter event trigger "Note Drops" disable;

alter table lines disable trigger all;
create index orders_twice_idx on orders ((id + 1), (id + 2));
alter index orders_twice_idx alter column 2 set statistics 77;

comment on collation plain is 'a collation';
comment on operator === (integer, text) is 'an operator';
comment on cast (text as mood) is 'a cast';
comment on text search dictionary stops is 'a dictionary';
comment on text search configuration sales.nothing is 'a configuration';
comment on foreign data wrapper elsewhere is 'a wrapper';
comment on server archive is 'a server';
comment on foreign table archived is 'a foreign table';
comment on event trigger "Note Drops" is 'an event trigger';
comment on publication some_rows is 'a publication';

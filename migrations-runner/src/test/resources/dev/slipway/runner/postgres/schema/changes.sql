-- Changes of all kinds, each a transaction of its own that follows an empty line, on the schema of wide.sql.

create table made (id bigint primary key, name text not null check (name <> ''), customer_id bigint references customers)

create table made_serial (id serial primary key, other bigserial)

alter table made add column note text default 'x', add column more integer

alter table made add constraint made_more_check check (more > 0) not valid

alter table made validate constraint made_more_check

alter table made alter column more type bigint

alter table made alter column note set not null

alter table made alter column note drop not null, alter column note drop default

alter table made alter column note set storage external, alter column note set statistics 7

alter table made alter column note set (n_distinct = 5)

alter table made rename column note to remark

alter table made rename constraint made_more_check to made_most_check

alter table made rename to remade

alter table remade set schema sales

alter table sales.remade set schema public

alter table remade rename to made

alter table made set (fillfactor = 50)

alter table made set unlogged

alter table made replica identity full

alter table made enable row level security

create policy made_policy on made using (name in (select name from customers))

alter policy made_policy on made using (name in (select c.name from customers c where c.id = made.customer_id))

alter policy made_policy on made rename to made_rule

alter policy made_rule on made to pg_monitor

drop policy made_rule on made

create index made_name_idx on made (name)

alter index made_name_idx rename to made_names_idx

alter index made_names_idx set (fillfactor = 60)

comment on index made_names_idx is 'an index'

comment on index made_names_idx is null

drop index made_names_idx

create unique index made_unique on made (name)

alter table made add constraint made_name_key unique using index made_unique

alter index made_name_key rename to made_name_unique

alter table made drop constraint made_name_unique

comment on table made is 'made'

comment on column made.name is 'its name'

comment on constraint made_most_check on made is 'most'

comment on schema sales is 'sold'

comment on function changed() is 'changes'

comment on type mood is 'moody'

comment on domain sales.amount is null

comment on statistics customers_stats is 'better'

comment on trigger a_before on customers is null

comment on policy own_rows on customers is 'ours'

comment on rule no_delete on sales.scratch is 'not'

comment on view one_table is 'a view'

comment on column one_table.code is 'a column'

comment on materialized view sales.totals is 'all'

comment on sequence numbers is 'many'

comment on extension citext is 'not told'

create trigger made_trigger before insert on made for each row execute function changed()

alter trigger made_trigger on made rename to made_action

alter table made disable trigger made_action

alter table made enable always trigger made_action

alter table made enable trigger all

create or replace trigger made_action after update on made for each row when (new.name is null) execute function changed()

drop trigger made_action on made

create rule made_rule as on delete to made do instead nothing

alter rule made_rule on made rename to made_ruling

create or replace rule made_ruling as on delete to made do instead select 1

drop rule made_ruling on made

create statistics made_stats on name, more from made

alter statistics made_stats set statistics 9

alter statistics made_stats rename to made_statistics

alter statistics made_statistics set schema sales

drop statistics sales.made_statistics

create view made_view as select id, name from made

create view made_join as select * from made join customers using (id, name)

create or replace view made_view as select id, name, more from made

alter view made_view set (security_barrier = true)

alter view made_view alter column name set default 'viewed'

alter view made_view rename column more to most

alter view made_view rename to made_seen

alter view made_seen set schema sales

create or replace view customers_seen as select * from customers

create view of_made as select id, most from sales.made_seen

create function made_number() returns bigint language sql stable return (select count(*) from made join customers using (id, name))

alter table made add column initials text

alter table made rename column name to title

alter table made drop column initials

alter table made rename column title to name

drop function made_number()

create materialized view made_total as select count(*) as many, max(name) as name from made

create index made_total_idx on made_total (many)

alter materialized view made_total rename column many to number

refresh materialized view made_total

drop materialized view made_total

create function made_function(a integer, b text default 'x') returns integer language sql immutable as 'select a'

create or replace function made_function(a integer, b text default 'y') returns integer language sql immutable as 'select 2'

alter function made_function(integer, text) stable

alter table made add column computed integer default made_function(1), add check (made_function(2) > 0)

create index made_function_idx on customers (twice(number))

create view made_calls as select made_function(id::integer, name) from customers

alter function made_function(integer, text) rename to renamed_function

alter function renamed_function(integer, text) set schema sales

alter function changed() rename to has_changed

alter function has_changed() rename to changed

drop function sales.renamed_function(integer, text) cascade

create procedure made_procedure() language sql as 'select 1'

drop procedure made_procedure()

create type made_enum as enum ('a', 'b')

alter table made add column state made_enum default 'a' check (state <> 'b')

create view made_states as select id from made where state = 'a'

create index made_state_idx on made (id) where state = 'a'

alter type made_enum rename value 'a' to 'first'

alter type made_enum add value 'c' after 'b'

alter type made_enum rename to made_state

alter type made_state set schema sales

drop type sales.made_state cascade

create type made_pair as (a integer, b text)

alter table made add column pair made_pair

create view made_pairs as select (pair).a from made

alter type made_pair rename attribute a to c cascade

alter type made_pair add attribute d integer cascade

drop type made_pair cascade

create domain made_domain as integer check (value > 0) default 5

alter table made add column domained made_domain check (domained::made_domain < 9)

alter domain made_domain add constraint made_limit check (value < 100) not valid

alter domain made_domain validate constraint made_limit

alter domain made_domain set default 6

alter domain made_domain set not null

alter domain made_domain rename constraint made_limit to made_bound

alter domain made_domain rename to remade_domain

drop domain remade_domain cascade

create sequence made_sequence

alter table made add column numbered bigint default nextval('made_sequence')

alter sequence made_sequence increment by 3 maxvalue 1000

alter sequence made_sequence rename to remade_sequence

alter sequence remade_sequence owned by made.numbered

alter sequence remade_sequence owned by made.more

alter sequence remade_sequence owned by none

alter table made alter column numbered drop default

alter sequence remade_sequence owned by made.numbered

drop sequence remade_sequence

alter sequence sales.orders_id_seq rename to order_numbers

alter sequence sales.order_numbers increment by 7

alter sequence customers_id_seq restart with 5 cache 9

alter table customers alter column id set generated by default

alter table made alter column more set not null

alter table made alter column more add generated always as identity

alter table made alter column more set increment by 4

alter table made alter column more drop identity

create schema made_schema create table inside (id integer) create view looks as select id from inside

alter schema made_schema rename to remade_schema

alter schema remade_schema rename to made_schema

alter table made_schema.inside inherit no_columns

create table made_schema.heir (extra integer) inherits (parent)

alter table parent add column later text

alter table parent rename column later to latest

alter table parent drop column latest

alter table only parent add constraint only_here check (id < 100) no inherit

alter table parent add constraint everywhere check (id < 1000)

alter table parent drop constraint everywhere

alter table only parent alter column label set default 'only'

alter table made_schema.heir no inherit parent

drop schema made_schema cascade

create extension hstore

alter table made add column attributes hstore default 'a=>1'

alter extension hstore set schema sales

drop extension hstore cascade

create table member (id integer primary key)

alter extension citext add table member

alter extension citext drop table member

drop table member

create table events_2026 partition of events for values from ('2023-01-01 00:00:00+00') to ('2023-02-01 00:00:00+00')

alter table events detach partition events_2026

alter table events_2026 add column own integer

alter table events_2026 drop column own

alter table events attach partition events_2026 for values from ('2022-01-01 00:00:00+00') to ('2022-02-01 00:00:00+00')

create index events_customer_idx on only events (customer_id)

create index events_2025_customer_idx on events_2025 (customer_id)

alter index events_customer_idx attach partition events_2025_customer_idx

drop index events_customer_idx

alter table only events disable trigger h_partitions

alter table events enable trigger h_partitions

alter table events add column more text default 'more'

alter table events add constraint events_more_check check (more <> '')

alter table events alter column more set not null

alter table events rename column more to most

alter table events drop column most

create table scratch_target (id integer primary key)

alter table events add foreign key (amount) references scratch_target

alter table scratch_target rename column id to number

drop table scratch_target cascade

drop table events_2026 cascade

alter table customers rename column id to customer_number

alter table customers rename column customer_number to id

alter table customers rename column code to name_code

alter table customers rename column name_code to code

alter table made rename column id to swap; alter table made rename column customer_id to id; alter table made rename column swap to customer_id

alter table customers rename to clients

alter table clients rename to customers

alter table sales.orders drop constraint orders_customer_fkey

alter table sales.orders alter constraint orders_other_fkey not deferrable

alter table sales.orders add constraint again foreign key (customer_id) references customers not valid

alter table sales.orders validate constraint again

alter table customers drop constraint customers_number_key cascade

alter table customers drop constraint customers_code_check

alter table sales.orders alter column small type bigint

alter table customers alter column email set statistics 3

alter table of_type not of

alter table of_type of sales.address

do $$
begin
    execute 'alter table made add column from_block text';
    execute 'create table made_in_block (a integer)';
end
$$

do $$
begin
    begin
        execute 'alter table made drop column from_block';
        raise exception 'taken back';
    exception when others then null;
    end;
end
$$

savepoint here; alter table made drop column from_block; rollback to savepoint here

savepoint here; alter table made drop column from_block; release savepoint here

create temporary table temporary (id integer primary key); create index on temporary (id)

create temporary view temporary_view as select * from made

lock table customers in access exclusive mode

truncate made

insert into parent values (1)

update customers set name = 'x'

analyze customers

grant select on customers to public

grant select (name), update (name) on customers to pg_monitor with grant option

revoke execute on function changed() from public

revoke all on customers from public

alter default privileges in schema sales grant select on tables to public

create operator === (leftarg = integer, rightarg = integer, procedure = int4eq)

alter table made add check (more::integer === 1)

create view made_operators as select id from made where more::integer === 2

alter operator ===(integer, integer) set schema sales

drop operator sales.===(integer, integer) cascade

create collation made_collation (locale = 'C')

alter table made add column collated text collate made_collation check (collated collate made_collation > 'a')

alter collation made_collation rename to remade_collation

alter collation remade_collation set schema sales

drop collation sales.remade_collation cascade

create text search configuration made_search (copy = simple)

create index made_search_idx on made using gin (to_tsvector('made_search', coalesce(name, '')))

alter text search configuration made_search rename to remade_search

alter text search configuration remade_search set schema sales

create aggregate made_sum(integer) (sfunc = int4pl, stype = integer)

create view made_sums as select made_sum(more::integer) from made

alter aggregate made_sum(integer) rename to remade_sum

drop aggregate remade_sum(integer) cascade

create type made_range as range (subtype = integer)

alter table made add column ranged made_range default 'empty'

alter type made_range rename to remade_range

drop type remade_range cascade

create cast (text as mood) with inout as assignment

create table copied (like customers including all)

create table selected as select id, name from customers

select id as again into selected_into from customers

drop table customers cascade

drop table if exists copied, selected, selected_into, made, made_serial cascade

drop schema sales cascade

comment on schema public is 'not told'

update pg_trigger set tgenabled = 'D' where tgname = 'no such trigger'

alter table parent owner to current_user

create role slipway_watched; create table ruled (id integer); create policy ruling on ruled to slipway_watched, pg_monitor using (true)

drop owned by slipway_watched; drop role slipway_watched

create table target (id integer primary key); create table source (id integer constraint source_fkey references target)

alter table source disable trigger all

alter table source enable trigger all; alter table target disable trigger all

alter table source rename constraint source_fkey to renamed_fkey

alter table target enable trigger all

create index source_idx on source ((id + 1))

alter index source_idx alter column 1 set statistics 5

create collation made_collation (provider = icu, locale = 'und-u-ks-level2', deterministic = false)

comment on collation made_collation is 'deaf'

alter collation made_collation rename to "Made"

create text search dictionary made_words (template = simple)

create text search configuration made_texts (copy = simple)

alter text search configuration made_texts alter mapping for email with made_words, simple

alter text search dictionary made_words rename to remade_words

alter text search dictionary remade_words (accept = false)

alter text search configuration made_texts drop mapping for email

create type made_mood as enum ('sad'); create cast (text as made_mood) with inout

alter type made_mood rename to remade_mood

comment on cast (text as remade_mood) is 'a cast'

drop type remade_mood cascade

create foreign data wrapper made_wrapper; create server made_server foreign data wrapper made_wrapper

alter server made_server options (add host 'db')

create foreign table made_foreign (id integer) server made_server

alter foreign table made_foreign options (add table_name 'there')

alter foreign table made_foreign alter column id options (add column_name 'key')

alter server made_server rename to remade_server

alter foreign data wrapper made_wrapper rename to remade_wrapper

create publication made_publication for table source, target (id) where (id > 1)

alter table target rename column id to key

alter table source rename to resource

alter publication made_publication set (publish = 'insert')

alter publication made_publication drop table resource

alter publication made_publication rename to remade_publication

create function made_event() returns event_trigger language plpgsql as 'begin end'; create event trigger made_trigger on sql_drop execute function made_event()

alter event trigger made_trigger disable

alter function made_event() rename to remade_event

drop function remade_event() cascade

drop table target cascade

drop foreign data wrapper remade_wrapper cascade

set local track_counts = off; create function not_counted() returns integer language sql as 'select 1'

drop function not_counted()

create role slipway_granted; create table granted (id integer); grant select on granted to slipway_granted

alter role slipway_granted rename to slipway_renamed

drop table granted; drop role slipway_renamed

create table told (id bigint generated always as identity primary key); create type told_mood as enum ('sad', 'glad')

create table told_twice (id int); create domain told_age as int check (value > 0)

create table told_third (age told_age check (age < 200)); alter domain told_age add constraint told_age_low check (value < 150)

alter domain told_age drop constraint told_age_low; alter table told_third add constraint told_third_age check (age <> 7)

savepoint inner_one; create table told_inside (id serial primary key); create type told_inner as (a int, b text); release savepoint inner_one

create temporary table told_shortly (id int); create type told_range as range (subtype = int4)

create table told_and_gone (id int); drop table told_and_gone; create type told_shell

create type told_pair as (a int, b told_mood); create view told_view as select id from told

alter type told_mood add value 'calm'; alter table told add column mood told_mood

alter table told set (toast.autovacuum_enabled = off), alter column mood set (n_distinct = 3)

alter table told add column note text

alter table told reset (toast.autovacuum_enabled)

alter table told alter column mood reset (n_distinct)

create index told_note on told (note) with (fillfactor = 70)

alter table told add constraint told_note_unique unique (note) with (fillfactor = 60)

alter index told_note reset (fillfactor)

create index told_lower on told (lower(note)); alter index told_lower alter column 1 set statistics 5

alter table told alter column note set not null

create access method told_heap type table handler heap_tableam_handler

create table told_otherwise (id int) using told_heap

alter table told_otherwise add column name text

create table told_heir (own int) inherits (told)

alter table told_heir add column more int

alter table told_heir no inherit told

alter table told_heir add column last int

alter table told replica identity using index told_pkey

alter table told add column width int

alter table told replica identity default

create sequence told_numbers; create table told_numbered (id bigint default nextval('told_numbers'))

alter sequence told_numbers owned by told_numbered.id

alter sequence told_numbers owned by none

alter table told disable row level security; comment on table told is 'what is told'

alter table told rename column note to remark

do $$ begin for i in 1..260 loop execute format('create table many_%s (id serial primary key, name text)', i); end loop; end $$

do $$ begin for i in 1..260 loop execute format('drop table many_%s', i); end loop; end $$

create table told_again (id int); create domain told_name as text

alter table told_again rename to told_anew; alter domain told_name set not null; create type told_other_shell

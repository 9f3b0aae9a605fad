-- A schema with objects of all kinds, on every version of PostgreSQL from 15 on.

create schema sales;
create schema "Odd Names";
create extension citext schema sales;
create extension btree_gist;

-- types and domains

create type mood as enum ('sad', 'it''s fine', 'calm', 'happy');
alter type mood add value 'angry' before 'calm';
create type sales.address as (street text, "Zip Code" varchar(10), city text collate "C");
create type sales.span as range (subtype = timestamptz, multirange_type_name = sales.spans);
create type floats as range (subtype = float8, subtype_diff = float8mi);
create domain sales.amount as numeric(12, 2) default 0 not null
    constraint amount_is_not_negative check (value >= 0)
    constraint amount_is_small check (value < 1000000);
create domain code as varchar(8) collate "C" check (value in ('a', 'b'));
create type "Odd Names"."json" as enum ('json_value');

-- sequences

create sequence numbers;
create sequence sales.countdown as integer increment by -2 minvalue -100 maxvalue 100 start with 50 cache 5 cycle;
create unlogged sequence unlogged_numbers start with 7;

-- functions

create function add_up(a integer, b integer default 2, variadic rest integer[] default array[]::integer[])
    returns integer
    language sql immutable parallel safe strict cost 7
    as 'select a + b + coalesce((select sum(x) from unnest(rest) x)::integer, 0)';
create function sales.latest(since timestamptz default '2024-05-06 07:08:09+02', out id bigint, out at date)
    returns setof record
    language plpgsql stable security definer rows 10
    set search_path = sales, pg_temp
    set work_mem = '8MB'
    as $$
    begin
        return query select 1::bigint, since::date; -- a $tag$ and 'quotes' "here"
    end
    $$;
create function twice(x integer) returns integer
    immutable
    return x * 2;
create function standard_body(limit_to integer) returns table (id bigint, name text)
    language sql
begin atomic
    select c.oid::bigint, c.relname::text from pg_catalog.pg_class c where c.relname in ('a', 'b') limit limit_to;
    select n.oid::bigint, nspname from pg_catalog.pg_namespace n where nspname <> 'x' order by nspname;
end;
create procedure sales.close_year(year integer, inout closed boolean default false)
    language plpgsql
    as $$ begin closed := true; end $$;
create procedure standard_procedure(a integer)
begin atomic
    select a;
end;
create aggregate sales.total(numeric) (sfunc = numeric_add, stype = numeric, initcond = '0', parallel = safe);
create aggregate sales.highest(integer) (sfunc = int4larger, stype = integer, sortop = >);
create function middle_step(state float8[], next float8) returns float8[] language sql immutable
    as 'select state || next';
create function middle_end(state float8[], fraction float8) returns float8 language sql immutable
    as 'select state[1 + fraction * cardinality(state)]';
create aggregate middle(fraction float8 order by float8) (
    sfunc = middle_step, stype = float8[], finalfunc = middle_end, initcond = '{}'
);
create function changed() returns trigger language plpgsql as $$ begin return new; end $$;
create function "Odd Names"."json"("json_value" text) returns text language sql immutable as 'select $1';

-- tables

create table customers (
    id bigint generated always as identity (start with 1000 increment by 10),
    code varchar(10) collate "C" not null,
    number integer,
    name text default 'nobody' not null,
    email sales.citext,
    address sales.address,
    born date check (born > '1900-01-01'),
    feeling mood default 'calm',
    balance sales.amount,
    tags text[] default '{}',
    share numeric(5, 4) default 0.5,
    factor double precision default 0.1,
    seen timestamptz default '2024-01-01 00:00:00+00',
    patience interval default '1 mon 2 days 03:04:05',
    payload bytea default '\xdeadbeef',
    document jsonb default '{"a": 1}',
    token uuid default gen_random_uuid(),
    price money default 5,
    initials text generated always as (upper(substring(name from 1 for 2)) || '.') stored,
    constraint customers_pkey primary key (id) with (fillfactor = 80),
    constraint customers_code_key unique nulls not distinct (code, name),
    constraint customers_number_key unique (id, number),
    constraint customers_code_check check (code in ('x', 'y', 'z')),
    constraint customers_code_not_check check (code not in ('q', 'r') and length(code) between 1 and 5 and name <> ''),
    constraint customers_feeling_check check (feeling = any ('{sad,calm}'::mood[]) or feeling is null),
    constraint customers_name_check check (name like 'A%' or name ~* '^[a-z]+$' or name = any (array['x', 'y'])) no inherit
) with (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false);
alter table customers add constraint customers_share_check check (share between 0 and 1) not valid;
alter table customers alter name set storage external, alter name set statistics 500, alter code set compression pglz;
alter table customers alter factor set (n_distinct = -0.5);
alter table customers replica identity full;

create table sales.orders (
    id serial primary key,
    small smallserial,
    customer_id bigint not null,
    part integer,
    during sales.span,
    room integer,
    "select" text,
    "CamelCase" integer,
    "json" text,
    json_value integer,
    constraint orders_customer_fkey foreign key (customer_id) references customers on update cascade on delete restrict,
    constraint orders_other_fkey foreign key (customer_id, part) references customers (id, number)
        match full on delete set null (part) deferrable initially deferred not valid,
    constraint orders_part_key unique (part) include (room) deferrable,
    constraint orders_room_excl exclude using gist (room with =, during with &&) where (part > 0)
);
alter sequence sales.orders_id_seq increment by 5 cache 3;
create unlogged table sales.scratch (a integer, b integer, primary key (a, b));
create table of_type of sales.address (primary key (street));
create table no_columns ();

-- inheritance and partitions

create table parent (id integer not null, label text, check (id > 0));
create table child (extra integer) inherits (parent);
create table other_child (id integer, check (id > 5)) inherits (parent, no_columns);

create table events (
    id bigint generated by default as identity,
    at timestamptz not null,
    kind text not null default 'none',
    amount integer check (amount > 0),
    customer_id bigint references customers,
    primary key (id, at)
) partition by range (at);
create table events_2024 partition of events
    for values from ('2024-01-01 00:00:00+00') to ('2025-01-01 00:00:00+00') partition by list (id);
create table events_2024_a partition of events_2024 for values in (1, 2);
create table events_2024_other partition of events_2024 default;
create table events_2025 (
    kind text not null default 'other', customer_id bigint, at timestamptz not null, amount integer, id bigint not null,
    check (amount > 0)
);
alter table events_2025 rename constraint events_2025_amount_check to events_amount_check;
alter table events attach partition events_2025 for values from ('2025-01-01 00:00:00+00') to (maxvalue);
create table hashed (id integer) partition by hash (id, (id % 7));
create table hashed_0 partition of hashed for values with (modulus 2, remainder 0);
create index events_kind_idx on events (kind);
create table event_notes (event_id bigint, at timestamptz, foreign key (event_id, at) references events);

-- indexes

create index customers_lower_idx on customers (lower(name) text_pattern_ops desc nulls last, born) include (share)
    where code in ('x', 'y') and born is not null;
create unique index customers_token_idx on customers (token) nulls not distinct with (fillfactor = 60);
create index customers_tags_idx on customers using gin (tags);
create index orders_expression_idx on sales.orders ((part + room), "CamelCase", "json", (json_value is null));
create index orders_collation_idx on sales.orders ("select" collate "C" varchar_pattern_ops);

-- views

create view one_table as select id, name, upper(code) as code from customers where born > '2000-01-01' order by name;
create view one_table_alias as
    select c.id, c.address, (c.address).city, c.tags[1], "json".token
    from customers c, lateral (select c.token) as "json";
create view single_alias as select c.id, (c.address).city, c as whole, row(c.*)::text as fields from customers c where c.id > 0;
create view grouped as
    select code, count(*) filter (where share > 0.5) as many, max(born), percentile_cont(0.5) within group (order by share)
    from customers group by code having count(*) > 1 and max(born) is not null order by code desc nulls last limit 5;
create view grouped_sets as
    select code, name, grouping(code) from customers group by rollup (code, name), cube (code, born);
create view joined as
    select c.name, o.id, o."CamelCase" from customers c join sales.orders o on o.customer_id = c.id and o.part in (1, 2)
    left join lateral (select 1 as one where o.room > 0) l on true;
create view joined_using as select * from parent join child using (id, label);
create view nested as
    select name, (select count(*) from sales.orders where customer_id = customers.id) as orders,
           exists (select from sales.orders o where o.customer_id = customers.id and o.part = share) as has
    from customers
    where id in (select customer_id from sales.orders where "select" = customers.name)
      and code in ('x', 'y');
create view of_subquery as select x.n, n + 1 as more from (select id as n from customers where name <> '') x where n > 1;
create view of_values as select a, b from (values (1, 'x'), (2, 'y')) as v (a, b) where a > 0;
create view of_function as select g, g * 2 as double from generate_series(1, 3) as g;
create view of_functions as select * from rows from (generate_series(1, 3), unnest(array['a', 'b'])) with ordinality as r;
create view of_view as select id, code from one_table where code is not null;
create view only_parent as select id from only parent tablesample bernoulli (10) where label is distinct from 'x';
create view with_cte as
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 10),
         named as materialized (select name from customers)
    select i from n where i > 2 and exists (select from named where name = i::text);
create view united as
    select id, name from customers where name > 'a' union all (select id, "select" from sales.orders order by id limit 1)
    except select 1, 'x' order by 1;
create view windowed as
    select id, sum(share) over w as running, rank() over (partition by code order by born),
           lag(id) over (order by id rows between 1 preceding and current row exclude ties)
    from customers window w as (partition by code order by id);
create view ordered_otherwise as select upper(name) as name, code as c from customers order by customers.name, c;
create view distinct_on as select distinct on (code) code, name from customers order by code, born desc;
create view constants as
    select 1 as one, 'x' as x, '2024-01-01'::date as day, '2024-01-01 12:00+00'::timestamptz as at, '1 day'::interval as d,
           0.1::float8 as f, null as nothing, array[1, 2] as list, '\xab'::bytea as bytes, B'101' as bits,
           e'back\\slash' as slash, -1 as negative, 1e10 as big, true as yes, 'calm'::mood as feeling,
           cast(row(1, 'x') as text) as pair, '{1,2}'::int[] as given, 12.5::money as cash;
create view expressions as
    select case code when 'x' then 1 else 0 end as simple, case when name = '' then null else name end as searched,
           coalesce(name, 'none') as first, nullif(code, 'y') as nothing, greatest(id, 5) as most,
           extract(year from seen) as year, seen at time zone 'UTC' as utc, seen::date as day,
           substring(name from 2 for 3) as part, position('a' in name) as at, trim(leading 'x' from name) as trimmed,
           overlay(name placing 'zz' from 2) as laid, name collate "C" as collated, name similar to '%a' as similar,
           name like '10\%' escape '!' as escaped, id::text || code as text, born + patience as later,
           current_date as today, current_timestamp as now, localtime(2) as clock, current_user as me, session_user as you,
           normalize(name) as normal, name is normalized as is_normal,
           document -> 'a' ->> 'b' as path, document @> '{"a": 1}' as contains, tags && array['a'] as overlaps,
           'a' = any (tags) as has, id between symmetric 3 and 1 as within, (born, seen) overlaps (born, seen) as both_over,
           not (share > 0.5 or share is null) as negated, (share > 0 and share < 1) and born is not null as nested_and,
           row(id, code) = row(1, 'x') as rows, (id, code) in ((1, 'x'), (2, 'y')) as pairs, -id as minus, id # 3 as other,
           xmlelement(name a, xmlattributes(code as b), name) as xml, xmlforest(code, name as "Name") as forest,
           "Odd Names"."json"(name) as odd, sales.total(1) over () as total, add_up(1, 3, variadic rest => '{1}') as called, make_interval(hours => 1, days => 2) as named,
           (select max(id) from sales.orders) as highest, array(select part from sales.orders) as parts,
           (array[1, 2, 3])[2:3] as slice, id::numeric(10, 2) as cast_to, code::code as to_domain,
           '(2024-01-01,2024-01-02)'::daterange as days, make_interval(days => 3) as made
    from customers;
create view of_xml as
    select xmlserialize(content xmlelement(name a, name) as text) as content, xmlserialize(document (select '<a/>'::xml) as text) as document
    from customers;
create view of_xmltable as select x from xmltable('/a' passing '<a/>' columns x text) where x > 'a';
create view sales.guarded with (security_barrier, security_invoker = true) as
    select id, code from customers where code = 'x' with local check option;
create view defaulted as select id, name from customers;
alter view defaulted alter column name set default 'viewed';
create view "Odd Names"."View" as select "CamelCase", "select" as "from", "json", json_value from sales.orders;
create materialized view sales.totals with (fillfactor = 90) as
    select customer_id, count(*) as orders from sales.orders group by customer_id with no data;
create unique index totals_customer_idx on sales.totals (customer_id);

-- triggers, rules, policies

create trigger a_before before insert or update of name, code on customers for each row
    when (new.name is distinct from 'x' and new.code in ('x', 'y')) execute function changed();
create trigger b_statement after update on customers referencing old table as old_rows new table as new_rows
    for each statement execute function changed('an argument', 'it''s');
create constraint trigger c_constraint after insert on customers deferrable initially deferred
    for each row execute function changed();
create trigger d_disabled before delete on customers for each row execute function changed();
alter table customers disable trigger d_disabled;
create trigger e_always after delete on sales.orders for each row execute function changed();
alter table sales.orders enable always trigger e_always;
create trigger f_truncate after truncate on sales.orders execute function changed();
create trigger g_instead instead of insert on one_table for each row execute function changed();
create trigger h_partitions after insert on events for each row execute function changed();
alter table events_2025 disable trigger h_partitions;

create rule no_delete as on delete to sales.scratch do instead nothing;
create rule log_it as on insert to sales.scratch where new.a > 1
    do also (insert into no_columns default values; update parent set label = 'x' where id = new.a);
create rule redirect as on update to defaulted do instead update customers set name = new.name where id = old.id;
alter table sales.scratch disable rule log_it;

alter table customers enable row level security;
alter table sales.orders enable row level security, force row level security;
create policy own_rows on customers using (name = current_user and code in ('x', 'y')) with check (name <> '');
create policy readers on customers as restrictive for select to pg_read_all_stats, pg_monitor using (id in (select customer_id from sales.orders));

-- statistics and comments

create statistics customers_stats (ndistinct, dependencies) on name, code from customers;
create statistics sales.orders_stats on part, room, (part + room) from sales.orders;
alter statistics customers_stats set statistics 50;

comment on schema sales is 'what was sold';
comment on type mood is 'how somebody feels';
comment on type sales.address is 'where';
comment on column sales.address.city is 'the city';
comment on domain sales.amount is 'an amount';
comment on constraint amount_is_small on domain sales.amount is 'small';
comment on sequence numbers is 'numbers';
comment on function add_up(integer, integer, integer[]) is E'adds\nup ''it''';
comment on procedure sales.close_year is 'closes';
comment on aggregate sales.total(numeric) is 'sums';
comment on table customers is 'who buys';
comment on column customers.name is 'what they are called, "json" and all';
comment on constraint customers_code_check on customers is 'three';
comment on index customers_lower_idx is 'lower';
comment on index customers_pkey is 'the key';
comment on view one_table is 'one';
comment on column one_table.code is 'in capitals';
comment on materialized view sales.totals is 'totals';
comment on trigger a_before on customers is 'before';
comment on rule no_delete on sales.scratch is 'never';
comment on policy own_rows on customers is 'own';
comment on statistics customers_stats is 'planned better';

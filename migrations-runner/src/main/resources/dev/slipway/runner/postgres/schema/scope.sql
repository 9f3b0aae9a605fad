-- What the queries of all kinds build on: the schemas that count, what in them does not, and the relations, which tables, views and sequences are.
with given(history_table, ignored_schemas, ignored_tables) as (
    select ${history_table}::name, ${ignored_schemas}::name[], ${ignored_tables}::text[]
),
namespace as (
    select n.oid, n.nspname, quote_ident(n.nspname) as name
    from pg_namespace n, given
    where n.nspname !~ '^pg_'
      and n.nspname <> 'information_schema'
      and n.nspname <> all (given.ignored_schemas)
),
left_out as materialized (
    -- the members of extensions
    select d.classid, d.objid
    from pg_depend d
    where d.refclassid = 'pg_extension'::regclass
      and d.deptype = 'e'
    union all
    select 'pg_class'::regclass, c.oid
    from given
    join pg_class c on c.relname in (given.history_table, (given.history_table || '_fingerprint')::name)
    union all
    select 'pg_class'::regclass, c.oid
    from given
    cross join unnest(given.ignored_tables) as ignored(name)
    cross join parse_ident(ignored.name) as part
    join pg_namespace n on n.nspname = part[1]
    join pg_class c on c.relnamespace = n.oid and c.relname = part[2]
),
any_relation as not materialized (
    select c.oid, c.relname, c.relkind, n.name || '.' || quote_ident(c.relname) as name
    from pg_class c
    join namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
      and c.relpersistence <> 't'
      and not exists (
          select from left_out o where o.classid = 'pg_class'::regclass and o.objid = c.oid
      )
),
relation as materialized (
    select r.* from any_relation r ${only}
),
sequence as not materialized (
    select s.seqrelid as oid,
           s.seqtypid as type,
           -- only what was not left to its default
           concat(
               case when s.seqincrement <> 1 then ' increment by ' || s.seqincrement end,
               case when s.seqmin <> lowest then ' minvalue ' || s.seqmin end,
               case when s.seqmax <> highest then ' maxvalue ' || s.seqmax end,
               case when s.seqstart <> first then ' start with ' || s.seqstart end,
               case when s.seqcache <> 1 then ' cache ' || s.seqcache end,
               case when s.seqcycle then ' cycle' end
           ) as options
    from pg_sequence s
    cross join lateral (
        select case s.seqtypid when 21 then 32767 when 23 then 2147483647 else 9223372036854775807 end as top
    ) as type
    cross join lateral (
        select case when s.seqincrement > 0 then 1 else -type.top - 1 end as lowest,
               case when s.seqincrement > 0 then type.top else -1 end as highest,
               case when s.seqincrement > 0 then s.seqmin else s.seqmax end as first
    ) as usual
),
-- the sequences of identity and serial columns, which are part of their column
owned_sequence as not materialized (
    select d.objid as oid, d.refobjid as relation, d.refobjsubid as attnum, d.deptype
    from pg_depend d
    where d.classid = 'pg_class'::regclass
      and d.refclassid = 'pg_class'::regclass
      and d.deptype in ('a', 'i')
      and d.refobjsubid <> 0
),
-- what the server itself brings has lower numbers
comment as materialized (
    select d.classoid, d.objoid, d.objsubid, d.description
    from pg_description d
    where d.objoid >= 16384
),
-- NOT NULL is a constraint only from version 18 on; what is special about one belongs to the column
special_not_null as materialized (
    select k.conrelid as relation, k.conkey[1] as attnum, k.connoinherit, k.convalidated
    from relation r
    join pg_constraint k on k.conrelid = r.oid
    where k.contype = 'n' and (k.connoinherit or not k.convalidated)
)

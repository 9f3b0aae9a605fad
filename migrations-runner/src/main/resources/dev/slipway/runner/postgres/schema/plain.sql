-- The relations that a step touched, as long as they are few and plain: they have nothing of what stands empty here.
few as materialized (
    select count(*) <= 1000 as are from touched
),
namespace as (
    select n.oid, quote_ident(n.nspname) as name
    from pg_namespace n
    where n.nspname !~ '^pg_'
      and n.nspname <> 'information_schema'
      and n.nspname <> all (${ignored_schemas}::name[])
      and ${counts: n.oid}
),
class as materialized (
    select c.*
    from touched t
    join pg_class c on c.oid = t.oid
),
named as (
    select c.oid, c.relkind, c.relnamespace, c.relname
    from class c
    where c.oid >= 16384
      and c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
      and c.relpersistence <> 't'
),
relation as materialized (
    select c.oid, c.relkind, n.name || '.' || quote_ident(c.relname) as name
    from named c
    join namespace n on n.oid = c.relnamespace
    where (select few.are from few)
      and c.relname not in (${own_tables})
      and not exists (
          select
          from pg_depend d
          where d.classid = 'pg_class'::regclass
            and d.objid = c.oid
            and d.refclassid = 'pg_extension'::regclass
            and d.deptype = 'e'
      )
      and not exists (
          select
          from unnest(${ignored_tables}::text[]) as ignored(name)
          cross join parse_ident(ignored.name) as part
          where part[2] = c.relname and quote_ident(part[1]) = n.name
      )
),
${sequences},
option(relation, attnum, known) as (select 0::oid, 0::int2, '' where false),
special_not_null(relation, attnum, connoinherit, convalidated) as (select 0::oid, 0::int2, false, true where false),
table_detail(relation, parents, method, options, replica_identity, disabled_triggers, server) as (
    select 0::oid, '', '', '', '', '', '' where false
),
constraint_definition(index, definition) as (select 0::oid, '' where false),
index_definition as not materialized (
    select i.indexrelid as oid, pg_get_indexdef(i.indexrelid) as definition, null as statistics from pg_index i
)

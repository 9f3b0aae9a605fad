-- What definitions of other objects name, but for relations: where one of these has another name than before, anything can read differently.
with composite as materialized (
    select c.oid, c.reltype, c.relnamespace, c.relname
    from pg_class c
    where c.relkind = 'c'
      and ${all or: c.oid in (select t.typrelid from pg_type t where ${within: pg_type t.oid})}
)
select 'schema ' || n.oid, n.nspname from pg_namespace n where n.nspname !~ '^pg_' and ${counts: n.oid}
union all
select 'type ' || t.oid, concat(t.typnamespace, ' ', t.typname, ' ', t.typstorage, ' ', t.typcollation)
from pg_type t
where t.oid >= 16384 and t.typcategory <> 'A' and t.typtype in ('b', 'd', 'e', 'r', 'm')
  and ${within: pg_type t.oid}
union all
select 'type ' || c.reltype, c.relnamespace || ' ' || c.relname from composite c
union all
select 'attribute ' || a.attrelid || ' ' || a.attnum, a.attname
from composite c
join pg_attribute a on a.attrelid = c.oid
where a.attnum > 0 and not a.attisdropped
union all
select 'value ' || e.oid, e.enumlabel from pg_enum e where ${within: pg_type e.enumtypid}
union all
select 'function ' || p.oid, p.pronamespace || ' ' || p.proname
from pg_proc p
where p.oid >= 16384 and ${within: pg_proc p.oid}
union all
select 'operator ' || o.oid, o.oprnamespace || ' ' || o.oprname from pg_operator o where o.oid >= 16384
union all
select 'collation ' || c.oid, c.collnamespace || ' ' || c.collname from pg_collation c where c.oid >= 16384
union all
select 'operator class ' || o.oid, o.opcnamespace || ' ' || o.opcname from pg_opclass o where o.oid >= 16384
union all
select 'text search ' || c.oid, c.cfgnamespace || ' ' || c.cfgname from pg_ts_config c where c.oid >= 16384
union all
select 'text search ' || d.oid, d.dictnamespace || ' ' || d.dictname from pg_ts_dict d where d.oid >= 16384
union all
select 'access method ' || a.oid, a.amname from pg_am a where a.oid >= 16384
union all
select 'server ' || s.oid, s.srvname from pg_foreign_server s
union all
select 'role ' || r.oid, r.rolname
from (select distinct unnest(p.polroles) from pg_policy p) as named(oid)
join pg_roles r on r.oid = named.oid
union all
-- DROP OWNED takes a role out of policies and lets go of the lock
select 'roles of ' || p.oid, p.polroles::text from pg_policy p

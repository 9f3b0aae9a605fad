-- what somebody made in a database: schemas, and relations, routines and types in them, without those of extensions
select made.what
from (
    select 'schema ' || pg_catalog.quote_ident(n.nspname), 'pg_catalog.pg_namespace'::pg_catalog.regclass, n.oid
    from pg_catalog.pg_namespace n
    where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
    union all
    select pg_catalog.format('%I.%I', n.nspname, c.relname), 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'c') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select pg_catalog.format('%I.%I()', n.nspname, p.proname), 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid
    from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select pg_catalog.format('%I.%I', n.nspname, t.typname), 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid
    from pg_catalog.pg_type t
    join pg_catalog.pg_namespace n on n.oid = t.typnamespace
    where t.typtype in ('d', 'e') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
) as made(what, class, id)
where not exists (
    select from pg_catalog.pg_depend d where d.classid = made.class and d.objid = made.id and d.deptype = 'e')
order by made.what
limit 6

-- the invalid indexes that REINDEX CONCURRENTLY leaves, of what it was to build anew
with asked as (
    select v.kind, v.name, case when v.kind in ('index', 'table') then pg_catalog.to_regclass(v.name) end as relation
    from (values (?::text, ?::text)) as v (kind, name)
), tables as (
    select t.oid, t.reltoastrelid
    from asked a
        cross join pg_catalog.pg_class t
    where t.relkind in ('r', 'm', 'p')
        and case a.kind
            when 'table' then t.oid = a.relation
                or t.oid in (select p.relid from pg_catalog.pg_partition_tree(a.relation) as p)
            when 'index' then t.oid in (
                select x.indrelid
                from pg_catalog.pg_index x
                where x.indexrelid = a.relation
                    or x.indexrelid in (select p.relid from pg_catalog.pg_partition_tree(a.relation) as p)
            )
            when 'schema' then t.relnamespace = (
                select n.oid from pg_catalog.pg_namespace n where n.nspname = (pg_catalog.parse_ident(a.name)::name[])[1]
            )
            else true
        end
)
select i.oid, pg_catalog.format('%I.%I', n.nspname, i.relname), x.indisvalid, pg_catalog.pg_get_indexdef(i.oid)
from pg_catalog.pg_index x
    join pg_catalog.pg_class i on i.oid = x.indexrelid
    join pg_catalog.pg_namespace n on n.oid = i.relnamespace
where not x.indisvalid
    and i.relname ~ '_cc(new|old)[0-9]*$'
    and (
        x.indrelid in (select oid from tables)
        -- those of TOAST tables can be dropped by superusers alone
        or x.indrelid in (select reltoastrelid from tables) and pg_catalog.has_schema_privilege('pg_toast', 'usage')
    )
order by i.oid

-- Relations, and what the transaction that is open did to their rows.
select c.oid::bigint,
       pg_catalog.format('%I.%I', n.nspname, c.relname),
       c.oid::regclass::text,
       c.relkind::text,
       coalesce(i.indrelid, 0)::bigint,
       coalesce(i.indisunique, false),
       coalesce(con.oid is not null, false),
       c.relispartition,
       case when i.indrelid is null then coalesce(pg_partition_root(c.oid)::oid, c.oid) else c.oid end::bigint,
       coalesce(pg_relation_filenode(c.oid), 0)::bigint,
       c.reltablespace::bigint,
       coalesce(pg_stat_get_xact_numscans(c.oid), 0),
       coalesce(pg_stat_get_xact_tuples_inserted(c.oid), 0)
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_index i on i.indexrelid = c.oid
left join pg_catalog.pg_constraint con on con.conindid = c.oid and con.conrelid = i.indrelid and con.contype in ('p', 'u', 'x')
where ${some}
    and c.relkind in ('r', 'p', 'v', 'm', 'f', 'i', 'I')
    and c.relpersistence <> 't'
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'

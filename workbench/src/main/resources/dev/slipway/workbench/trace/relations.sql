-- Relations, the locks this transaction holds on them, and what it did to their rows. Only what is locked can change,
-- so the others are read only when all are asked for; one that is locked but gone has no name.
with held as materialized (
    select relation, pg_catalog.array_agg(mode) as modes
    from pg_catalog.pg_locks
    where pid = pg_backend_pid() and locktype = 'relation' and granted
        and database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
    group by relation
)
select coalesce(c.oid, held.relation)::bigint,
       held.modes,
       case when c.oid is not null then pg_catalog.format('%I.%I', n.nspname, c.relname) end,
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
from held
full join pg_catalog.pg_class c on c.oid = held.relation
left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_index i on i.indexrelid = c.oid
left join pg_catalog.pg_constraint con on con.conindid = c.oid and con.conrelid = i.indrelid and con.contype in ('p', 'u', 'x')
where (${only}held.relation is not null)
    and (
        c.oid is null
        or (
            c.relkind in ('r', 'p', 'v', 'm', 'f', 'i', 'I')
            and c.relpersistence <> 't'
            and n.nspname not like 'pg\_%'
            and n.nspname <> 'information_schema'
        )
    )

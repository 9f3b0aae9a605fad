-- What keeps a relation from what is done CONCURRENTLY.
select c.relname,
       c.relkind in ('p', 'I'),
       coalesce(p.partdefid <> 0, false)
from pg_catalog.pg_class c
left join pg_catalog.pg_partitioned_table p on p.partrelid = c.oid
where c.oid = pg_catalog.to_regclass(nullif(?, ''))

-- What keeps a relation from what is done CONCURRENTLY.
select c.relname,
       c.relkind in ('p', 'I'),
       coalesce(p.partdefid <> 0, false),
       -- IsCatalogRelationOid in PostgreSQL
       c.oid < 12000,
       coalesce(x.indisexclusion, false)
from pg_catalog.pg_class c
left join pg_catalog.pg_partitioned_table p on p.partrelid = c.oid
left join pg_catalog.pg_index x on x.indexrelid = c.oid
where c.oid = pg_catalog.to_regclass(nullif(?, ''))

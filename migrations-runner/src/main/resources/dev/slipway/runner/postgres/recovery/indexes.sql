select i.oid, pg_catalog.format('%I.%I', n.nspname, i.relname), x.indisvalid, pg_catalog.pg_get_indexdef(i.oid)
from pg_catalog.pg_index x
    join pg_catalog.pg_class i on i.oid = x.indexrelid
    join pg_catalog.pg_namespace n on n.oid = i.relnamespace
where x.indrelid = pg_catalog.to_regclass(?)
order by i.oid

select pg_catalog.format('%I.%I', n.nspname, i.relname)
from pg_catalog.pg_index x
join pg_catalog.pg_class i on i.oid = x.indexrelid
join pg_catalog.pg_namespace n on n.oid = i.relnamespace
where not x.indisvalid
  and i.relkind = 'i'
  and (n.nspname = ${schema} or n.nspname = any (pg_catalog.current_schemas(false)))
  and not exists (
    select from pg_catalog.pg_stat_progress_create_index p
    where p.datid = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
      and (p.index_relid = i.oid or p.index_relid is null or p.index_relid = 0))
order by 1

select nspname
from pg_catalog.pg_namespace
where nspname not like 'pg\_%' and nspname <> 'information_schema'
order by nspname collate "C"

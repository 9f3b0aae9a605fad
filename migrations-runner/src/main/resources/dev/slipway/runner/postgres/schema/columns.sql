select format('%I.%I.%I', n.nspname, c.relname, a.attname),
       format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
from pg_attribute a
join pg_class c on c.oid = a.attrelid
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p')
  and a.attnum > 0
  and not a.attisdropped
  and n.nspname not like 'pg\_%'
  and n.nspname <> 'information_schema'
  and c.relname <> ?

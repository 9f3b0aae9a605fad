select c.oid, case when n.nspname = current_schema() then '' else n.nspname end, c.relname, c.relkind = 'p'
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p')
  and not c.relispartition
  and not exists (select from pg_inherits i where i.inhrelid = c.oid)
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  and (n.nspname = current_schema() or n.nspname = any (?))
  and c.relname <> all (?)
order by 2, 3

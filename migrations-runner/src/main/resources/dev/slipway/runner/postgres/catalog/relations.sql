-- what somebody made in the current schema: no indexes, no parts of an extension
select c.relname
from pg_class c
where c.relnamespace = current_schema()::regnamespace
  and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
  and not exists (
    select from pg_depend d
    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('e', 'i', 'a')
  )
order by c.relkind = 'S', c.relname

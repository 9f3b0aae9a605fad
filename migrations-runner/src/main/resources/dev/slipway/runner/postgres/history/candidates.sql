-- The tables that are named like the history, in whatever schema. A name on the search path may have no schema, or one
-- that this user may not use, so that it is no part of what current_schemas() gives.
select n.nspname,
       has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relname = ?
  and c.relkind in ('r', 'p')
  and n.nspname !~ '^pg_'
order by n.nspname

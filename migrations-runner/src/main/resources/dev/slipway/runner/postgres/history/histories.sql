-- Those of some schemas that have a table of this name which this user may read, with its comment.
select n.nspname, obj_description(c.oid, 'pg_class')
from unnest(?::name[]) as wanted (schema)
join pg_namespace n on n.nspname = wanted.schema
join pg_class c on c.relnamespace = n.oid and c.relname = ?::name
where c.relkind in ('r', 'p')
  and has_schema_privilege(n.oid, 'usage')
  and has_table_privilege(c.oid, 'select')
order by n.nspname

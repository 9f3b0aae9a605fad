-- Schemas, but for public, which is in every database and differs by its version.
select 0::oid as relation, n.name, 'schema' as definition
from namespace n
where n.nspname <> 'public'
  and not exists (select from left_out o where o.classid = 'pg_namespace'::regclass and o.objid = n.oid)

-- One row for a role: the schemas in which it may create tables; none for a role that is not there.
select r.rolsuper,
       has_database_privilege(r.oid, current_database(), 'create'),
       array(
           select n.nspname
           from pg_namespace n
           where has_schema_privilege(r.oid, n.oid, 'create')
               and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
           order by n.nspname
       )::text[]
from pg_roles r
where r.rolname = ?

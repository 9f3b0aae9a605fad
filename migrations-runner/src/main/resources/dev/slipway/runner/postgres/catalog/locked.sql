-- The relations on which the open transaction holds locks: it has done nothing to others. Some of them may be gone.
select l.relation::bigint
from pg_catalog.pg_locks l
where l.pid = pg_backend_pid()
  and l.locktype = 'relation'
  and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())

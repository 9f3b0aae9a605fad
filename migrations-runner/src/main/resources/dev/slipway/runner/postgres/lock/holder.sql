-- a bigint advisory lock stands in pg_locks in two halves, with objsubid 1
select a.pid, a.application_name, coalesce(a.usename, ''), coalesce(host(a.client_addr), 'local'),
       coalesce(extract(epoch from clock_timestamp() - a.backend_start), 0)::bigint,
       coalesce(a.state, ''), coalesce(a.query, '')
from pg_locks l
join pg_stat_activity a on a.pid = l.pid
where l.locktype = 'advisory' and l.granted and l.objsubid = 1
  and l.database = (select oid from pg_database where datname = current_database())
  and (l.classid::bigint << 32) | l.objid::bigint = ?

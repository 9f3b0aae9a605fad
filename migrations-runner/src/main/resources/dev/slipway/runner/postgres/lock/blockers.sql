-- who may not see others finds out their number and name only; a prepared transaction has no process, and 0 stands for it
with waiting as (select * from pg_locks where pid = ? and not granted),
blocking as (select distinct unnest(pg_blocking_pids(pid)) as pid from waiting)
select blocking.pid, coalesce(a.usename::text, ''), coalesce(a.application_name, ''), coalesce(a.state, ''),
       coalesce(extract(epoch from clock_timestamp() - a.xact_start), 0)::bigint,
       coalesce(a.query, ''), coalesce(a.backend_type, ''),
       coalesce((select l.virtualtransaction from pg_locks l where l.pid = blocking.pid limit 1), '')
from blocking
join pg_stat_activity a on a.pid = blocking.pid
union all
select distinct 0, p.owner::text, p.gid, '', coalesce(extract(epoch from clock_timestamp() - p.prepared), 0)::bigint,
       '', '', held.virtualtransaction
from waiting
join pg_locks held on held.pid is null and held.granted
     and (held.locktype, held.database, held.relation, held.transactionid, held.classid, held.objid)
         is not distinct from (waiting.locktype, waiting.database, waiting.relation, waiting.transactionid, waiting.classid,
                               waiting.objid)
join pg_prepared_xacts p on held.virtualtransaction = '-1/' || p.transaction::text
where exists (select from blocking where pid = 0)

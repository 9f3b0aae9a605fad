-- who may not see others finds out their number and name only; to ask for the blockers is not free, so only for one that waits
select distinct blocker.pid, coalesce(blocker.application_name, ''), coalesce(blocker.usename::text, ''),
       coalesce(blocker.state, ''),
       coalesce(extract(epoch from clock_timestamp() - blocker.xact_start), 0)::bigint
from pg_stat_activity waiting
cross join lateral unnest(pg_blocking_pids(waiting.pid)) as blocking (pid)
join pg_stat_activity blocker on blocker.pid = blocking.pid
where waiting.pid = ? and waiting.wait_event_type = 'Lock'

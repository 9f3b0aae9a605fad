-- when the session began to wait for a lock, and for how many milliseconds it has; nothing if it does not wait. The locks of
-- all sessions are looked at only if it does. For a moment a wait has no beginning yet.
select coalesce(wait.waitstart, clock_timestamp())::text,
       coalesce(extract(epoch from clock_timestamp() - wait.waitstart) * 1000, 0)::bigint
from pg_stat_get_activity(?) activity
cross join lateral (select l.waitstart from pg_locks l
                    where activity.wait_event_type = 'Lock' and l.pid = activity.pid and not l.granted limit 1) wait

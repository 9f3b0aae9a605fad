-- how many sessions wait for what this one has or waits for, and for how many milliseconds the first of them
select count(*), coalesce(max(extract(epoch from clock_timestamp() - behind.waitstart)) * 1000, 0)::bigint
from (select waitstart from pg_locks where not granted and pid <> ? and ? = any (pg_blocking_pids(pid)) limit 100) behind

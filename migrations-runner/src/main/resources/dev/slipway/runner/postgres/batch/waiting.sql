select count(*) from pg_locks waiting
where not waiting.granted and pg_backend_pid() = any (pg_blocking_pids(waiting.pid))

-- replicas are seen by those who may, and by others without their lag
select coalesce((select extract(epoch from max(replay_lag)) * 1000 from pg_stat_replication), 0)::bigint

select pg_catalog.pg_try_advisory_xact_lock(${key});
select pg_catalog.pg_advisory_unlock_all();
select pg_catalog.pg_try_advisory_lock(${key});

select pg_catalog.pg_try_advisory_xact_lock(:slipway_key) as slipway_alone,
    pg_catalog.pg_advisory_unlock_all() as slipway_unlocked, pg_catalog.pg_try_advisory_lock(:slipway_key) as slipway_locked
\gset

select (pg_catalog.to_regclass(?) is not null)::int

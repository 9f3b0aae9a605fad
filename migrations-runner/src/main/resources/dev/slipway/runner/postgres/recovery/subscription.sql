select exists (
    select
    from pg_catalog.pg_subscription s
        join pg_catalog.pg_database d on d.oid = s.subdbid
    where s.subname = (pg_catalog.parse_ident(?)::name[])[1] and d.datname = pg_catalog.current_database()
)::int

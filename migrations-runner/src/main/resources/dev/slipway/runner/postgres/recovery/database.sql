select exists (
    select from pg_catalog.pg_database where datname = (pg_catalog.parse_ident(?)::name[])[1]
)::int

select exists (
    select from pg_catalog.pg_tablespace where spcname = (pg_catalog.parse_ident(?)::name[])[1]
)::int

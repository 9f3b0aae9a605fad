-- an index lies in the schema of its table
select exists (
    select
    from pg_catalog.pg_class t
        join pg_catalog.pg_class c on c.relnamespace = t.relnamespace
    where t.oid = pg_catalog.to_regclass(?)
        and c.relname = (pg_catalog.parse_ident(?)::name[])[1]
)::int

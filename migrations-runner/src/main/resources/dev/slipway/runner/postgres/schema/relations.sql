with named as not materialized (
    select c.oid, c.relkind, c.relnamespace, c.relname
    from pg_class c
    where c.oid >= 16384
      and c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
      and c.relpersistence <> 't'
      and ${within: pg_class c.oid}
)

-- Where the history lies: in the current schema, or further along the search path.
select set_config('slipway.schema', coalesce(${schema},
    (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = to_regclass(${table})),
    current_schema(), 'public'), false) as slipway_schema \gset

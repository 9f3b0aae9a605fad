-- Names of schemas, types and values of enums, as one text that is another if one of them is.
select pg_catalog.md5(
    coalesce((select pg_catalog.string_agg(pg_catalog.format('%s %s', oid, nspname), ',' order by oid) from pg_catalog.pg_namespace), '')
    || coalesce((select pg_catalog.string_agg(pg_catalog.format('%s %s', oid, typname), ',' order by oid) from pg_catalog.pg_type where typtype in ('d', 'e')), '')
    || coalesce((select pg_catalog.string_agg(pg_catalog.format('%s %s', oid, enumlabel), ',' order by oid) from pg_catalog.pg_enum), '')
)

-- Names of schemas, types and values of enums, as one text that is another if one of them is.
select md5(
    coalesce((select string_agg(format('%s %s', oid, nspname), ',' order by oid) from pg_namespace), '')
    || coalesce((select string_agg(format('%s %s', oid, typname), ',' order by oid) from pg_type where typtype in ('d', 'e')), '')
    || coalesce((select string_agg(format('%s %s', oid, enumlabel), ',' order by oid) from pg_enum), '')
)

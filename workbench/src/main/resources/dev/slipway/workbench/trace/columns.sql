select a.attrelid::bigint,
       a.attnum,
       pg_catalog.quote_ident(a.attname),
       pg_catalog.format_type(a.atttypid, a.atttypmod),
       a.atttypid::bigint,
       a.atttypmod,
       a.attcollation::bigint,
       a.attnotnull,
       a.atthasdef or a.attidentity <> '',
       a.attgenerated <> '',
       a.attinhcount > 0,
       e.labels
from pg_catalog.pg_attribute a
join pg_catalog.pg_class c on c.oid = a.attrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join (
    select enumtypid, pg_catalog.array_agg(enumlabel::text order by enumsortorder) as labels from pg_catalog.pg_enum group by enumtypid
) e on e.enumtypid = a.atttypid
where a.attnum > 0
    and not a.attisdropped
    and c.relkind in ('r', 'p', 'v', 'm', 'f')
    and c.relpersistence <> 't'
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
    and ${some}
order by a.attrelid, a.attnum

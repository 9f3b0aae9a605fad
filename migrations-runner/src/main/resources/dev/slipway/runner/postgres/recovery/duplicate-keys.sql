-- the query for the keys of a unique index that occur more than once, each cut where nobody reads on
with asked as (
    select ?::int as most, ?::bigint::oid as id
), keys as (
    select n.number, pg_catalog.pg_get_indexdef(a.id, n.number, true) as key
    from asked a
        join pg_catalog.pg_index x on x.indexrelid = a.id
        cross join lateral pg_catalog.generate_series(1, x.indnkeyatts) as n (number)
), texts as (
    select
        pg_catalog.string_agg(key, ', ' order by number) as names,
        pg_catalog.string_agg(pg_catalog.format('coalesce((%s)::text, ''null'')', key), ', ' order by number) as texts,
        pg_catalog.string_agg(pg_catalog.format('(%s)', key), ', ' order by number) as groups,
        pg_catalog.string_agg(pg_catalog.format('(%s) is not null', key), ' and ' order by number) as given
    from keys
)
select pg_catalog.format(
    'select pg_catalog.format(''(%%s)=(%%s)'', %L, pg_catalog.left(pg_catalog.concat_ws('', '', %s), 200)), pg_catalog.count(*)'
        ' from %s where (%s) and (%s) group by %s having pg_catalog.count(*) > 1 order by 2 desc, 1 limit %s',
    t.names,
    t.texts,
    x.indrelid::pg_catalog.regclass,
    coalesce(pg_catalog.pg_get_expr(x.indpred, x.indrelid), 'true'),
    case when (pg_catalog.to_jsonb(x) ->> 'indnullsnotdistinct')::boolean then 'true' else t.given end,
    t.groups,
    a.most
)
from asked a
    join pg_catalog.pg_index x on x.indexrelid = a.id
    cross join texts t

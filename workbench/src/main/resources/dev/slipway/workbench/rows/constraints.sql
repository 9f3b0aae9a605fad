-- Checks, foreign keys and unique keys of these tables. A unique index counts if it is one of all rows. That a row of a partitioned table must fit into a partition is one more check.
select c.conrelid::bigint as table_id,
       c.contype = 'f' as refers,
       c.conname as name,
       c.conkey::int[] as columns,
       case c.contype when 'c' then pg_get_expr(c.conbin, c.conrelid) else '' end as expression,
       coalesce(c.confrelid, 0)::bigint as referenced_id,
       array(
           select pg_catalog.quote_ident(a.attname)
           from pg_catalog.unnest(c.confkey) with ordinality as k (number, place)
           join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number
           order by k.place
       ) as referenced_columns,
       '' as unique_key,
       0::bigint as place
from pg_constraint c
where c.conrelid = any ($1) and c.contype in ('c', 'f') and c.conparentid = 0
union all
select t.partrelid::bigint,
       false,
       'the bounds of its partitions',
       '{}',
       coalesce((
           select pg_catalog.string_agg('(' || pg_get_partition_constraintdef(p.relid) || ')', ' or ')
           from pg_partition_tree(t.partrelid) p
           where p.isleaf and pg_get_partition_constraintdef(p.relid) is not null
       ), ''),
       0,
       '{}',
       '',
       0
from pg_partitioned_table t
where t.partrelid = any ($1)
union all
-- in the order in which the server looks: https://github.com/postgres/postgres/blob/REL_18_0/src/backend/utils/cache/relcache.c
select i.indrelid::bigint,
       false,
       '',
       '{}',
       '',
       0,
       '{}',
       (
           select pg_catalog.string_agg(pg_get_indexdef(i.indexrelid, k.place, true), ', ' order by k.place)
           from pg_catalog.generate_series(1, i.indnkeyatts) as k (place)
       ),
       case when i.indimmediate then 0 else 4294967296 end + i.indexrelid::bigint
from pg_index i
where i.indrelid = any ($1) and i.indisunique and i.indisvalid and i.indpred is null
order by 1, 2, 9, 3

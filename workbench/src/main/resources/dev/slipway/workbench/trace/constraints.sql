-- Constraints of tables that are not copies of a parent's; for a foreign key whether an index can find its rows.
select con.conrelid::bigint,
       pg_catalog.quote_ident(con.conname),
       con.contype::text,
       con.convalidated,
       con.conindid::bigint,
       array(
           select pg_catalog.quote_ident(a.attname)
           from pg_catalog.unnest(con.conkey) with ordinality as k (attnum, place)
           join pg_catalog.pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.attnum
           order by k.place
       )::text[],
       exists (
           select
           from pg_catalog.pg_index i
           join pg_catalog.pg_class ic on ic.oid = i.indexrelid
           join pg_catalog.pg_am am on am.oid = ic.relam
           where i.indrelid = con.conrelid
               and i.indisvalid
               and am.amname in ('btree', 'hash')
               and (i.indkey::smallint[])[0:pg_catalog.cardinality(con.conkey) - 1] @> con.conkey
               -- null refers to nothing, so an index without it serves as well
               and (
                   i.indpred is null
                   or pg_get_expr(i.indpred, i.indrelid) = (
                       select pg_catalog.format('(%I IS NOT NULL)', a.attname)
                       from pg_catalog.pg_attribute a
                       where a.attrelid = con.conrelid and a.attnum = con.conkey[1] and pg_catalog.cardinality(con.conkey) = 1
                   )
               )
       ),
       con.oid::bigint
from pg_catalog.pg_constraint con
join pg_catalog.pg_class c on c.oid = con.conrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where con.contype in ('c', 'f', 'p', 'u', 'x')
    and con.conparentid = 0
    and con.coninhcount = 0
    and c.relpersistence <> 't'
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
    and ${some}
order by con.conrelid, con.conname

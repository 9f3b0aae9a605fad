-- A table by its name, and the columns of a unique key by which its rows can be taken in order.
select c.oid::bigint,
       c.oid::regclass::text,
       c.relkind in ('r', 'p'),
       c.relkind = 'r' and exists (select from pg_inherits i where i.inhparent = c.oid),
       c.relispartition,
       (select array_agg(quote_ident(a.attname) order by k.number)
        from pg_index i
        cross join lateral unnest((i.indkey::int2[])[0:i.indnkeyatts - 1]) with ordinality as k (attnum, number)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indexrelid = (
          select i.indexrelid
          from pg_index i
          join pg_class x on x.oid = i.indexrelid
          join pg_am m on m.oid = x.relam
          where i.indrelid = c.oid and i.indisunique and i.indisvalid and m.amname = 'btree'
            and i.indpred is null and i.indexprs is null
            and not exists (
              select from unnest((i.indkey::int2[])[0:i.indnkeyatts - 1]) as k (attnum)
              join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
              where not a.attnotnull or a.attname = any (?::text[]))
          order by i.indisprimary desc, i.indnkeyatts, x.relname
          limit 1))
from pg_class c
where c.oid = to_regclass(?)

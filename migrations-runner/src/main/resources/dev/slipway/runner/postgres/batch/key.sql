-- what the catalog says of the columns of a key
with target as (
  select c.oid, c.relkind::text as kind,
         c.relkind = 'r' and exists (select from pg_inherits i where i.inhparent = c.oid) as inherited
  from pg_class c
  where c.oid = to_regclass(?)
), key as (
  select wanted.name, wanted.number, a.attnum, a.attnotnull,
         format_type(a.atttypid, a.atttypmod) as type
  from target
  cross join unnest(?::text[]) with ordinality as wanted (name, number)
  left join pg_attribute a
    on a.attrelid = target.oid and a.attname = wanted.name and a.attnum > 0 and not a.attisdropped
)
select target.kind, target.inherited, key.name, key.type, coalesce(key.attnotnull, false),
       exists (
         select from pg_index i
         join pg_class c on c.oid = i.indexrelid
         join pg_am m on m.oid = c.relam
         where i.indrelid = target.oid and i.indisunique and i.indisvalid and m.amname = 'btree'
           and i.indpred is null and i.indexprs is null
           and array_to_string((i.indkey::int2[])[0:i.indnkeyatts - 1], ' ')
               = (select string_agg(all_of.attnum::text, ' ' order by all_of.number) from key as all_of)
       )
from target
cross join key
order by key.number

select x.indrelid,
       c.relname,
       array(select a.attname::text
             from unnest(x.indkey) with ordinality u (num, place)
             join pg_attribute a on a.attrelid = x.indrelid and a.attnum = u.num
             where 0 <> all (x.indkey)
             order by u.place),
       x.indisunique,
       x.indisvalid
           and x.indpred is null
           and 0 <> all (x.indkey)
           and x.indnkeyatts = x.indnatts
           and pg_get_indexdef(x.indexrelid) like '% USING btree (' || array_to_string(
               array(select quote_ident(a.attname)
                     from unnest(x.indkey) with ordinality u (num, place)
                     join pg_attribute a on a.attrelid = x.indrelid and a.attnum = u.num
                     order by u.place), ', ') || ')'
from pg_index x
join pg_class c on c.oid = x.indexrelid
where x.indrelid = any (?)
  and not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
order by x.indrelid, c.relname

select k.conrelid,
       k.contype,
       k.conname,
       array(select a.attname::text
             from unnest(k.conkey) with ordinality u (num, place)
             join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num
             order by u.place),
       case when n.nspname = current_schema() then '' else n.nspname end,
       t.relname,
       array(select a.attname::text
             from unnest(k.confkey) with ordinality u (num, place)
             join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num
             order by u.place),
       pg_get_constraintdef(k.oid),
       pg_get_constraintdef(k.oid, true)
from pg_constraint k
left join pg_class t on t.oid = k.confrelid
left join pg_namespace n on n.oid = t.relnamespace
where k.conrelid = any (?)
  and k.contype in ('p', 'u', 'f', 'c')
  and k.conparentid = 0
order by k.conrelid, k.conname

-- Constraints, except those of NOT NULL, which are part of the column. What the partitions of a table inherit of a
-- foreign key is part of that key.
select r.oid as relation,
       r.name || '.' || quote_ident(k.conname) as name,
       concat(pg_get_constraintdef(k.oid),
              case when k.contype in ('p', 'u') then
                  ' with (' || (select string_agg(o, ', ' order by o collate "C") from unnest(i.reloptions) as o) || ')'
              end,
              case when not x.indisvalid then ' invalid' end,
              case when not k.conislocal then ' inherited' end
       ) as definition
from relation r
join pg_constraint k on k.conrelid = r.oid
left join pg_index x on x.indexrelid = k.conindid and k.contype in ('p', 'u', 'x')
left join pg_class i on i.oid = x.indexrelid
where k.contype in ('c', 'p', 'u', 'x')
   or k.contype = 'f' and k.conparentid = 0

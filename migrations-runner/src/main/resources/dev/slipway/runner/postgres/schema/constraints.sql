-- Constraints, except those of NOT NULL, which are part of the column. What the partitions of a table inherit of a
-- foreign key is part of that key.
select r.oid as relation,
       r.name || '.' || quote_ident(k.conname) as name,
       concat(coalesce(d.definition, pg_get_constraintdef(k.oid)),
              case when k.contype in ('p', 'u') then
                  ' with (' || option.known || ')'
              end,
              case when not x.indisvalid then ' invalid' end,
              case when not k.conislocal then ' inherited' end
       ) as definition
from relation r
join pg_constraint k on k.conrelid = r.oid
left join pg_index x on x.indexrelid = k.conindid and k.contype in ('p', 'u', 'x')
left join constraint_definition d on d.index = x.indexrelid
left join option on option.relation = x.indexrelid and option.attnum = 0
where k.contype in ('c', 'p', 'u', 'x')
   or k.contype = 'f' and k.conparentid = 0

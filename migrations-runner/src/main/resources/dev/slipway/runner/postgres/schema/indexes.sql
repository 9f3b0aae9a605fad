-- Indexes, except those of constraints.
select r.oid as relation,
       n.name || '.' || quote_ident(c.relname) as name,
       concat(d.definition,
              d.statistics,
              case when not i.indisvalid then ' invalid' end,
              case when c.relispartition then ' inherited' end
       ) as definition
from relation r
join pg_index i on i.indrelid = r.oid
join index_definition d on d.oid = i.indexrelid
join pg_class c on c.oid = i.indexrelid
join namespace n on n.oid = c.relnamespace
where not exists (
    select from pg_constraint k
    where k.conrelid = i.indrelid and k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
)

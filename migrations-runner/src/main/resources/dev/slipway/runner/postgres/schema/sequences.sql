-- Sequences that stand alone.
select r.oid as relation,
       r.name,
       concat(case when c.relpersistence = 'u' then 'unlogged ' end,
              'sequence as ', format_type(s.type, null), s.options) as definition
from relation r
join pg_class c on c.oid = r.oid
join sequence s on s.oid = r.oid
where r.relkind = 'S'
  and not exists (select from owned_sequence owned where owned.oid = r.oid)

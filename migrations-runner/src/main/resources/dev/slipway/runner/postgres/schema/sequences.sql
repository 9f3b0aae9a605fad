-- Sequences that stand alone.
select 0::oid as relation,
       n.name || '.' || quote_ident(c.relname) as name,
       concat(case when c.relpersistence = 'u' then 'unlogged ' end,
              'sequence as ', format_type(s.type, null), s.options) as definition
from sequence s
join pg_class c on c.oid = s.oid
join namespace n on n.oid = c.relnamespace
where c.relpersistence <> 't'
  and not exists (select from owned_sequence owned where owned.oid = s.oid)
  and not exists (select from left_out o where o.classid = 'pg_class'::regclass and o.objid = c.oid)

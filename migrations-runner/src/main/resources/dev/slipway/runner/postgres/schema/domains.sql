-- Domains with their constraints, except that of NOT NULL, which has a name only from version 17 on.
select 0::oid as relation,
       n.name || '.' || quote_ident(t.typname) as name,
       concat(format_type(t.typbasetype, t.typtypmod),
              case when t.typcollation <> b.typcollation then ' collate ' || t.typcollation::regcollation end,
              ' default ' || pg_get_expr(t.typdefaultbin, 'pg_type'::regclass),
              case when t.typnotnull then ' not null' end,
              (select string_agg(' constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid), ''
                                 order by k.conname collate "C")
               from pg_constraint k
               where k.contypid = t.oid and k.contype = 'c')) as definition
from pg_type t
join namespace n on n.oid = t.typnamespace
join pg_type b on b.oid = t.typbasetype
where t.typtype = 'd'
  and not exists (select from left_out o where o.classid = 'pg_type'::regclass and o.objid = t.oid)

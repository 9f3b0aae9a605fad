-- Casts, which lie in no schema. What the server itself brings has lower numbers.
select 0::oid as relation,
       format_type(c.castsource, null) || ' AS ' || format_type(c.casttarget, null) as name,
       concat(case c.castmethod
                  when 'f' then 'with function ' || c.castfunc::regprocedure
                  when 'i' then 'with inout'
                  when 'b' then 'without function'
              end,
              case c.castcontext when 'a' then ' as assignment' when 'i' then ' as implicit' end) as definition
from pg_cast c
where c.oid >= 16384
  and not exists (select from left_out o where o.classid = 'pg_cast'::regclass and o.objid = c.oid)
  and not exists (
      select
      from given
      join pg_namespace n on n.nspname = any (given.ignored_schemas)
      join pg_type t on t.typnamespace = n.oid
      where t.oid in (c.castsource, c.casttarget)
  )

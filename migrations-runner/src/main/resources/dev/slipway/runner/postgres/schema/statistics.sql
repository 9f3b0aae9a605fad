-- Extended statistics, with the columns in the order of their names.
select 0::oid as relation,
       n.name || '.' || quote_ident(s.stxname) as name,
       concat((select string_agg(case kind when 'd' then 'ndistinct' when 'f' then 'dependencies' when 'm' then 'mcv' end,
                                 ', ' order by kind)
               from unnest(s.stxkind) as kind
               where kind <> 'e'),
              ' on ',
              (select string_agg(key.text, ', ' order by key.text collate "C")
               from (
                   select quote_ident(a.attname)
                   from pg_attribute a
                   where a.attrelid = s.stxrelid and a.attnum = any (s.stxkeys)
                   union all
                   select '(' || e || ')' from unnest(pg_get_statisticsobjdef_expressions(s.oid)) as e
               ) as key(text)),
              ' from ', s.stxrelid::regclass,
              case when s.stxstattarget >= 0 then ' statistics ' || s.stxstattarget end
       ) as definition
from pg_statistic_ext s
join namespace n on n.oid = s.stxnamespace
join pg_class c on c.oid = s.stxrelid and c.relpersistence <> 't'
where not exists (
    select from left_out o
    where o.classid = 'pg_statistic_ext'::regclass and o.objid = s.oid
       or o.classid = 'pg_class'::regclass and o.objid = s.stxrelid
)

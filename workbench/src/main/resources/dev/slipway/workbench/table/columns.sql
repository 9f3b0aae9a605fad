select a.attrelid,
       a.attname,
       format_type(a.atttypid, a.atttypmod),
       case when t.typtype = 'd'
            then format_type(t.typbasetype, t.typtypmod)
            else format_type(a.atttypid, a.atttypmod) end,
       a.attnotnull,
       case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
       case a.attidentity when 'a' then 'always' when 'd' then 'by default' else '' end,
       case a.attgenerated
            when '' then ''
            else '(' || pg_get_expr(d.adbin, d.adrelid, true) || ')'
                 || case a.attgenerated when 's' then ' stored' else ' virtual' end end,
       case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text else '' end,
       array(select e.enumlabel::text from pg_enum e where e.enumtypid = a.atttypid order by e.enumsortorder)
from pg_attribute a
join pg_type t on t.oid = a.atttypid
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where a.attrelid = any (?)
  and a.attnum > 0
  and not a.attisdropped
order by a.attrelid, a.attnum

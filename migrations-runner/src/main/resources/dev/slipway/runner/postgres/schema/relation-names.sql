-- The names of relations and of their columns, whose columns sequences belong to, and what belongs to extensions.
select 'relation ' || r.oid as thing, r.relnamespace || ' ' || r.relname as name
from named r
union all
select 'column ' || a.attrelid || ' ' || a.attnum, a.attname
from named r
join pg_attribute a on a.attrelid = r.oid
where r.relkind <> 'S' and a.attnum > 0 and not a.attisdropped
union all
select 'owner of ' || d.objid, d.refobjid || ' ' || d.refobjsubid
from named r
join pg_depend d
  on d.classid = 'pg_class'::regclass
 and d.objid = r.oid
 and d.refclassid = 'pg_class'::regclass
 and d.deptype in ('a', 'i')
where r.relkind = 'S'
union all
select 'members of extensions', md5(string_agg(d.classid || ' ' || d.objid, ',' order by d.classid, d.objid))
from pg_depend d
where d.refclassid = 'pg_extension'::regclass and d.deptype = 'e'
having count(*) > 0

-- Which of these are tables with rows of their own, and their columns; those of extensions, and inherited columns, belong to
-- others. age() is 0 for the transaction itself, and less for what it does in subtransactions.
--
-- ? object ids
select c.oid,
       pg_catalog.format('%I.%I', n.nspname, c.relname),
       c.relfilenode,
       c.relkind = 'p',
       c.reltuples,
       pg_catalog.age(c.xmin) <= 0,
       coalesce(pg_stat_get_xact_tuples_deleted(c.oid), 0),
       a.attnum,
       pg_catalog.quote_ident(a.attname)
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join pg_attribute a
    on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attinhcount = 0 and a.attgenerated = ''
where c.oid = any (?)
  and c.relkind in ('r', 'p')
  and c.relpersistence <> 't'
  and n.nspname not like 'pg\_%'
  and n.nspname <> 'information_schema'
  and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
order by n.nspname, c.relname, a.attnum

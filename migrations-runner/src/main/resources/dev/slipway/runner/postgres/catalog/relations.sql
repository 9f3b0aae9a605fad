-- what somebody made in a schema: no indexes, no parts of an extension, no fingerprints beside a history
select c.relname
from pg_class c
where c.oid = any (array(
    -- by the index of pg_depend: pg_class has none by schema
    select d.objid
    from pg_depend d
    join pg_namespace n on n.oid = d.refobjid
    where d.classid = 'pg_class'::regclass
      and d.refclassid = 'pg_namespace'::regclass
      and n.nspname = ${schema}
  ))
  and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
  and not exists (
    select from pg_depend d
    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0 and d.deptype in ('e', 'i', 'a')
  )
  and coalesce(pg_catalog.obj_description(c.oid, 'pg_class'), '') <> 'slipway: the fingerprint of the schema after each script'
order by c.relkind = 'S', c.relname

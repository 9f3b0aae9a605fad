-- The tables that SQL without a schema finds, but those of tools for migrations and of extensions.
select c.oid::regclass::text
from pg_class c
where c.relkind in ('r', 'p')
    and not c.relispartition
    and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
    and pg_table_is_visible(c.oid)
    and c.relpersistence <> 't'
    and not c.relname = any(?::name[])
    and not exists (
        select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
    )
order by c.relname

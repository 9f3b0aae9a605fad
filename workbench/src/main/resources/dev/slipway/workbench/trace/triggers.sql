-- Triggers, those of a foreign key by the name of the key.
select t.tgrelid::bigint,
       coalesce((select pg_catalog.quote_ident(con.conname) from pg_catalog.pg_constraint con where con.oid = t.tgconstraint and t.tgisinternal), pg_catalog.quote_ident(t.tgname)),
       pg_catalog.bool_or(t.tgenabled = 'D')
from pg_catalog.pg_trigger t
join pg_catalog.pg_class c on c.oid = t.tgrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where t.tgparentid = 0
    and c.relpersistence <> 't'
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
    and ${some}
group by 1, 2
order by 1, 2

-- what belongs to an extension is not the service's, nor is the history, of which it may ask where the schema is
for relation in
    select oid::regclass as name,
        case when relkind = 'S' then 'usage' else 'select, insert, update, delete' end as rights
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
        and not starts_with(relname, 'flyway_schema_history')
        and not exists (
            select from pg_depend
            where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
    order by relname
loop
    execute format('grant %s on %s to @id@_service', relation.rights, relation.name);
end loop;
if to_regclass('public.flyway_schema_history') is not null then
    grant select on public.flyway_schema_history to @id@_service;
end if;

-- what belongs to an extension is not the service's, nor is the history, of which it may ask where the schema is
for relation in
    select oid::regclass as name,
        case when relkind = 'S' then 'usage' else 'select, insert, update, delete' end as rights
    @include service-relations.sql@
loop
    execute format('grant %s on %s to @id@_service', relation.rights, relation.name);
end loop;
if to_regclass('public.flyway_schema_history') is not null then
    grant select on public.flyway_schema_history to @id@_service;
end if;

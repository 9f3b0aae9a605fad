-- The service may go on asking where the schema is.
do $$
declare
    relation record;
begin
    if not exists (select from pg_roles where rolname = '@id@_service') then
        return;
    end if;
    alter default privileges in schema public revoke select, insert, update, delete on tables from @id@_service;
    alter default privileges in schema public revoke usage on sequences from @id@_service;
    for relation in
        select oid::regclass as name
        @include service-relations.sql@
    loop
        execute format('revoke all on %s from @id@_service', relation.name);
    end loop;
end
$$;

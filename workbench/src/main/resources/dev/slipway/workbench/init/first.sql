-- The service may work with the rows of tables that later scripts create, if its role exists.
do $$
begin
    if exists (select from pg_roles where rolname = '@id@_service') then
        grant usage on schema public to @id@_service;
        alter default privileges in schema public grant select, insert, update, delete on tables to @id@_service;
        alter default privileges in schema public grant usage on sequences to @id@_service;
    end if;
    if exists (select from pg_roles where rolname = '@id@_service')
            and to_regclass('public.flyway_schema_history') is not null then
        -- the service may ask where the schema is
        grant select on public.flyway_schema_history to @id@_service;
    end if;
end
$$;

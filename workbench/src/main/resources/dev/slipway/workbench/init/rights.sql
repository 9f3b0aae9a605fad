-- The service may work with the rows of tables, sequences and views that are there and of those that later scripts create,
-- if its role exists.
do $$
declare
    relation record;
begin
    if not exists (select from pg_roles where rolname = '@id@_service') then
        return;
    end if;
    grant usage on schema public to @id@_service;
    alter default privileges in schema public grant select, insert, update, delete on tables to @id@_service;
    alter default privileges in schema public grant usage on sequences to @id@_service;
    @include grants.sql@
end
$$;

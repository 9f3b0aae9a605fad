do $$
begin
    if exists (select from pg_roles where rolname = '@id@_service') then
        alter default privileges in schema public revoke select, insert, update, delete on tables from @id@_service;
        alter default privileges in schema public revoke usage on sequences from @id@_service;
    end if;
end
$$;

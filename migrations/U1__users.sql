-- Lost with the table are all users.

drop table users;

do $$
begin
    if exists (select from pg_roles where rolname = 'account_service')
        and to_regclass('flyway_schema_history') is not null
    then
        revoke select on flyway_schema_history from account_service;
    end if;
end
$$;

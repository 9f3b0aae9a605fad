-- The two roles of @name@. A superuser runs this in its database, as often as needed, with both passwords in the
-- environment; the image of PostgreSQL does so when it makes the database:
--
--     OWNER_PASSWORD=... SERVICE_PASSWORD=... psql --dbname @id@ -f roles.sql
--
-- @id@_owner owns the database and may change the schema: the migrations run as it. It may create databases, so that a backup
-- can be restored beside the database.
-- @id@_service may work with rows: a script grants it those of what scripts create, and this file those of tables that
-- are there, for a database that was migrated or restored where the role was not.
\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD
\getenv service_password SERVICE_PASSWORD

begin;

-- keeps the passwords out of the server's log
set local log_statement = 'none';
set local log_min_duration_statement = -1;
set local log_min_error_statement = 'panic';

do $$
begin
    if not exists (select from pg_roles where rolname = '@id@_owner') then
        create role @id@_owner;
    end if;
    if not exists (select from pg_roles where rolname = '@id@_service') then
        create role @id@_service;
    end if;
end
$$;

alter role @id@_owner login nosuperuser createdb nocreaterole noreplication nobypassrls
    password :'owner_password';
alter role @id@_service login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
    password :'service_password';

alter database :"DBNAME" owner to @id@_owner;
revoke all on database :"DBNAME" from public;
grant connect on database :"DBNAME" to @id@_service;
revoke all on schema public from public;
grant all on schema public to @id@_owner;
grant usage on schema public to @id@_service;

do $$
declare
    relation record;
begin
    @include grants.sql@
    -- not before there is a history: the service is not to write it
    if to_regclass('public.flyway_schema_history') is not null then
        alter default privileges for role @id@_owner in schema public
            grant select, insert, update, delete on tables to @id@_service;
        alter default privileges for role @id@_owner in schema public grant usage on sequences to @id@_service;
    end if;
end
$$;

commit;

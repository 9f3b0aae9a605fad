-- The two roles of the reference application. A superuser runs this in the application's database, as often as needed:
--
--     psql --dbname accounts -v owner_password=... -v service_password=... -f roles.sql
--
-- slipway_owner owns the database and may change the schema; the migrations-runner signs in with it.
-- account_service may work with rows; what a later revision creates, that revision's script grants.
\set ON_ERROR_STOP on

begin;

-- keeps the passwords out of the server's log
set local log_statement = 'none';
set local log_min_duration_statement = -1;
set local log_min_error_statement = 'panic';

do $$
begin
    if not exists (select from pg_roles where rolname = 'slipway_owner') then
        create role slipway_owner;
    end if;
    if not exists (select from pg_roles where rolname = 'account_service') then
        create role account_service;
    end if;
end
$$;

alter role slipway_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
    password :'owner_password';
alter role account_service login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
    password :'service_password';

-- By default everybody may connect to a database and create temporary tables in it, and up to PostgreSQL 14 everybody
-- may also create tables in the schema "public".
alter database :"DBNAME" owner to slipway_owner;
revoke all on database :"DBNAME" from public;
grant connect on database :"DBNAME" to account_service;
revoke all on schema public from public;
grant all on schema public to slipway_owner;
grant usage on schema public to account_service;

-- For a database that was migrated before the role existed, or without it.
do $$
begin
    if to_regclass('public.flyway_schema_history') is not null then
        grant select on public.flyway_schema_history to account_service;
    end if;
    if to_regclass('public.users') is not null then
        grant select, insert, update, delete on public.users to account_service;
    end if;
    if to_regclass('public.user_preferences') is not null then
        grant select, insert, update, delete on public.user_preferences to account_service;
    end if;
    if to_regclass('public.sign_in_devices') is not null then
        grant select, insert, update, delete on public.sign_in_devices to account_service;
    end if;
    if to_regclass('public.audit_trail') is not null then
        grant select, insert on public.audit_trail to account_service;
    end if;
    if to_regclass('public.company_settings') is not null then
        grant select, update on public.company_settings to account_service;
    end if;
end
$$;

commit;

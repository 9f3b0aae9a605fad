-- Made by Slipway: upgrade of a database from base to 2
--     1  users
--     2  index
--     R  names
--
-- Run it as the owner of the schema with psql 14 or newer:
--
--     psql -X -v ON_ERROR_STOP=1 -f FILE "$DATABASE_URL"
--
-- It refuses a database that is not exactly at base. A script and its row in the history are one transaction, unless
-- it says otherwise. If a script fails, psql ends with 3, and what came before it stays; `slipway upgrade` goes on from
-- there, and so does a new script. If psql gets no row to keep in a variable, another runner has taken the lock, and nothing
-- of that script stays. `\:` is how psql has to be told a colon before a name.

\set ON_ERROR_STOP on
\set ON_ERROR_ROLLBACK off
\set AUTOCOMMIT on
\set QUIET on
\encoding UTF8

-- What takes from the session whatever a script has left in it, so that each runs as if it were alone.
select case when current_setting('server_version_num')::int >= 170000
    then 'set transaction_timeout = 0;' else '' end as slipway_transaction_timeout
\gset
\set slipway_leftovers 'reset session authorization; reset role; reset all; set client_encoding = ''UTF8''; set timezone = ''UTC''; set statement_timeout = 0; set idle_session_timeout = 0; set idle_in_transaction_session_timeout = 0; :slipway_transaction_timeout close all; unlisten *; discard temporary; discard sequences; deallocate all; discard plans;'
:slipway_leftovers
-- Where the history lies: in the current schema, or further along the search path.
select set_config('slipway.schema', coalesce(null,
    (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = to_regclass('"flyway_schema_history"')),
    current_schema(), 'public'), false) as slipway_schema \gset

-- The lock, by Flyway's rule: one runner works at a time. Nobody waits for it in the server, where a waiting statement
-- would hold up CREATE INDEX CONCURRENTLY.
do $slipway$
declare
    name constant text := format('"%s"."%s"',
        replace(current_setting('slipway.schema'), '"', '""'), replace('flyway_schema_history', '"', '""'));
    hash bigint := 0;
    key bigint;
    code int;
begin
    if now() <> statement_timestamp() then
        raise exception 'this script has transactions of its own' using hint = 'run it without --single-transaction';
    end if;
    for i in 1 .. length(name) loop
        code := ascii(substr(name, i, 1));
        if code > 65535 then
            hash := (hash * 31 + 55232 + (code >> 10)) & 4294967295;
            code := 56320 + (code & 1023);
        end if;
        hash := (hash * 31 + code) & 4294967295;
    end loop;
    key := 77431708279161 + case when hash > 2147483647 then hash - 4294967296 else hash end;
    perform set_config('slipway.lock_key', key::text, false);
    if not pg_try_advisory_lock(key) then
        raise exception using
            message = 'another runner holds the lock',
            detail = coalesce((
                select format('holder: %s, process %s', coalesce(nullif(a.application_name, ''), a.usename), a.pid)
                from pg_locks l join pg_stat_activity a on a.pid = l.pid
                where l.locktype = 'advisory' and l.granted and l.objsubid = 1
                  and l.database = (select oid from pg_database where datname = current_database())
                  and (l.classid::bigint << 32) | l.objid::bigint = key
                limit 1), 'it let go at this moment'),
            hint = 'nothing was changed; run it again when the other has ended';
    end if;
end
$slipway$;
select current_setting('slipway.lock_key') as slipway_key \gset

-- The guard: the database has to be exactly where this script begins.
do $slipway$
declare
    applied constant text[] := '{}';
    others constant text[] := '{1,2}';
    undone constant text[] := '{}';
    begun constant text[] := '{}';
    repeated constant text[] := array[]::text[];
    history constant regclass := to_regclass(format('%I.%I', current_setting('slipway.schema'), 'flyway_schema_history'));
    relations name[];
    lacking text;
    beyond text;
    unfinished text;
    ready text;
begin
    if history is null and applied <> '{}' then
        raise exception using
            message = 'the database has no history, and this script begins at base',
            hint = 'nothing was changed; make a script that begins at base';
    end if;
    if history is null then
        relations := array(
            -- what somebody made in a schema: no indexes, no parts of an extension, no fingerprints beside a history
            select c.relname
            from pg_class c
            where c.oid = any (array(
                -- by the index of pg_depend: pg_class has none by schema
                select d.objid
                from pg_depend d
                join pg_namespace n on n.oid = d.refobjid
                where d.classid = 'pg_class'::regclass
                  and d.refclassid = 'pg_namespace'::regclass
                  and n.nspname = current_setting('slipway.schema')
              ))
              and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
              and not exists (
                select from pg_depend d
                where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0 and d.deptype in ('e', 'i', 'a')
              )
              and coalesce(pg_catalog.obj_description(c.oid, 'pg_class'), '') <> 'slipway: the fingerprint of the schema after each script'
            order by c.relkind = 'S', c.relname
        );
        if relations <> '{}' then
            raise exception using
                message = 'the database has tables but no history',
                detail = 'found: ' || array_to_string(relations[1:10], ', '),
                hint = 'nothing was changed; if these tables were made by the scripts, let `slipway '
                    'adopt` find out how far; else use an empty database or another schema';
        end if;
        return;
    end if;
    execute format($query$
        with history as (
            select *, string_to_array(regexp_replace(replace(version, '_', '.'), '(\.0+)+$', ''), '.')::numeric[] as key
            from %s
        ), versions as (
            select * from (
                select distinct on (key) * from history where key is not null order by key, installed_rank desc
            ) as last
            where not (type = 'DELETE' and success)
        ), repeats as (
            select * from (
                select distinct on (description) * from history where key is null
                order by description, installed_rank desc
            ) as last
            where type <> 'DELETE'
        ), baseline as (
            select max(key) as key from versions where success and type in ('BASELINE', 'SQL_BASELINE')
        ), known as (
            select *, string_to_array(regexp_replace(version, '(\.0+)+$', ''), '.')::numeric[] as key
            from (
                select version, true as wanted from unnest($1) as version
                union all
                select version, false from unnest($2) as version
            ) as revisions
        ), revisions as (
            select version, key, wanted,
                   exists (select from versions v where v.success and v.key = known.key) as recorded,
                   exists (
                       select from versions v where v.key = known.key and v.type not in ('BASELINE', 'SQL_BASELINE')
                   ) as scripted,
                   coalesce(known.key <= (select key from baseline), false) as covered
            from known
        )
        select
            (
                select string_agg(version || case when covered then ' (part of the baseline)' else '' end, ', ' order by key)
                from revisions
                where wanted and (not (recorded or covered) or (version = any ($3) and not scripted))
            ),
            (
                select string_agg(version, ', ' order by key) from (
                    select version, key from revisions where not wanted and (recorded or covered)
                    union all
                    select version, key from versions
                    where success and key not in (select key from known)
                      and coalesce(key > (select key from baseline), true)
                ) as more
            ),
            (
                select string_agg(script, ', ' order by installed_rank)
                from (select * from versions union all select * from repeats) as last
                where not success and format('%%s:%%s', installed_rank, checksum) <> all ($4)
            ),
            (
                select string_agg(script, ', ' order by installed_rank) from repeats
                where success and format('%%s:%%s', checksum, description) = any ($5)
            )
    $query$, history) using applied, others, undone, begun, repeated into lacking, beyond, unfinished, ready;
    if unfinished <> '' then
        raise exception using
            message = 'a script was begun and has not come to its end: ' || unfinished,
            hint = 'nothing was changed; finish it with `slipway upgrade` or `slipway downgrade`';
    end if;
    if lacking <> '' or beyond <> '' then
        raise exception using
            message = 'the database is not at base, where this script begins',
            detail = concat_ws('; ', 'it lacks ' || lacking, 'it has ' || beyond || ' beyond that'),
            hint = 'nothing was changed; if this script was run before, there is nothing left to do, '
                'else `slipway plan` makes a script for this database';
    end if;
    if ready <> '' then
        raise exception using
            message = 'this script was run before: ' || ready || ' is applied',
            hint = 'nothing was changed, and there is nothing left to do';
    end if;
end
$slipway$;

select to_regclass(format('%I.%I', :'slipway_schema', 'flyway_schema_history')) is null as slipway_new,
    count(*) > 0 as slipway_makes, coalesce(string_agg(format('create schema %I;', name), ' ' order by place), '') as slipway_make,
    string_agg('"' || replace(name, '"', '""') || '"', ',' order by place) as slipway_made
from unnest(array[:'slipway_schema'::text]) with ordinality as given(name, place)
where to_regnamespace(quote_ident(name)) is null \gset
\if :slipway_new
begin;
:slipway_make
CREATE TABLE :"slipway_schema"."flyway_schema_history" (
    "installed_rank" INT NOT NULL,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INTEGER,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TIMESTAMP NOT NULL DEFAULT now(),
    "execution_time" INTEGER NOT NULL,
    "success" BOOLEAN NOT NULL
);
ALTER TABLE :"slipway_schema"."flyway_schema_history" ADD CONSTRAINT "flyway_schema_history_pk" PRIMARY KEY ("installed_rank");
CREATE INDEX "flyway_schema_history_s_idx" ON :"slipway_schema"."flyway_schema_history" ("success");
ALTER TABLE :"slipway_schema"."flyway_schema_history" NO FORCE ROW LEVEL SECURITY;
\if :slipway_makes
insert into :"slipway_schema"."flyway_schema_history" (installed_rank, description, type, script, installed_by, execution_time, success)
select 0, '<< Flyway Schema Creation >>', 'SCHEMA', :'slipway_made', current_user, 0, true
where not exists (select from :"slipway_schema"."flyway_schema_history" where installed_rank = 0);
\endif
commit;
\endif

-- What scripts do not qualify is created where the history lies, whatever schemas they make.
select case
    when path = quote_ident(:'slipway_schema') or starts_with(path, quote_ident(:'slipway_schema') || ',') then ''
    else format('do %L;', format('begin perform set_config(''search_path'', %L, false); end',
        concat_ws(', ', quote_ident(:'slipway_schema'), nullif(path, '')))) end as slipway_work_in
from current_setting('search_path') as path \gset
\set slipway_leftovers :slipway_leftovers ' ' :slipway_work_in
:slipway_leftovers

select coalesce(max(installed_rank), 0) as slipway_last from :"slipway_schema"."flyway_schema_history" \gset

-- V1__users.sql
\echo 'applying 1  users'
begin;
set local lock_timeout = 2000;
create table users (id int, name text default 'nobody');
set constraints all immediate;
:slipway_leftovers
select pg_catalog.pg_try_advisory_xact_lock(:slipway_key) as slipway_alone,
    pg_catalog.pg_advisory_unlock_all() as slipway_unlocked, pg_catalog.pg_try_advisory_lock(:slipway_key) as slipway_locked
\gset
insert into :"slipway_schema"."flyway_schema_history"
    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
select :slipway_last + 1, '1', 'users', 'SQL', 'V1__users.sql', 1839585442, current_user,
    (extract(epoch from clock_timestamp() - now()) * 1000)::int, true
where pg_catalog.pg_try_advisory_lock(:slipway_key)
returning installed_rank as slipway_last \gset
commit;

-- V2__index.sql, without a transaction
\echo 'applying 2  index'
set lock_timeout = 2000;
begin;
set local transaction_read_only = off;
set local search_path = pg_catalog;
set local session authorization default;
set local role none;
insert into :"slipway_schema"."flyway_schema_history"
    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
select :slipway_last + 1, '2', 'index', 'SQL', 'V2__index.sql', 0, current_user,
    0, false
where pg_catalog.pg_try_advisory_lock(:slipway_key)
returning installed_rank as slipway_last, installed_rank as slipway_rank,
    clock_timestamp() as slipway_start \gset
comment on table :"slipway_schema"."flyway_schema_history" is 'slipway contract: 2';
commit;
set lock_timeout = 0;
-- compat: contract
create index concurrently users_name on users (name);
set lock_timeout = 2000;
begin;
set local transaction_read_only = off;
set local search_path = pg_catalog;
set local session authorization default;
set local role none;
update :"slipway_schema"."flyway_schema_history"
set description = 'index', script = 'V2__index.sql', checksum = -558353811, installed_by = current_user, installed_on = default,
    execution_time = (extract(epoch from clock_timestamp() - :'slipway_start') * 1000)::int, success = false
where installed_rank = :slipway_rank and not success and pg_catalog.pg_try_advisory_lock(:slipway_key)
returning installed_rank as slipway_rank \gset
commit;
alter table users drop id;
begin;
set local transaction_read_only = off;
:slipway_leftovers
select pg_catalog.pg_try_advisory_xact_lock(:slipway_key) as slipway_alone,
    pg_catalog.pg_advisory_unlock_all() as slipway_unlocked, pg_catalog.pg_try_advisory_lock(:slipway_key) as slipway_locked
\gset
update :"slipway_schema"."flyway_schema_history"
set description = 'index', script = 'V2__index.sql', checksum = 964972965, installed_by = current_user, installed_on = default,
    execution_time = (extract(epoch from clock_timestamp() - :'slipway_start') * 1000)::int, success = true
where installed_rank = :slipway_rank and not success and pg_catalog.pg_try_advisory_lock(:slipway_key)
returning installed_rank as slipway_rank \gset
commit;

-- R__names.sql
select not exists (
    select from (
        select checksum, type, success from :"slipway_schema"."flyway_schema_history"
        where version is null and description = 'names' order by installed_rank desc limit 1
    ) as last
    where success and type <> 'DELETE' and checksum = 10669426
) as slipway_changed \gset
\if :slipway_changed
\echo 'applying R  names'
begin;
set local lock_timeout = 2000;
create or replace view names as select name from users;
set constraints all immediate;
:slipway_leftovers
select pg_catalog.pg_try_advisory_xact_lock(:slipway_key) as slipway_alone,
    pg_catalog.pg_advisory_unlock_all() as slipway_unlocked, pg_catalog.pg_try_advisory_lock(:slipway_key) as slipway_locked
\gset
insert into :"slipway_schema"."flyway_schema_history"
    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
select :slipway_last + 1, null, 'names', 'SQL', 'R__names.sql', 10669426, current_user,
    (extract(epoch from clock_timestamp() - now()) * 1000)::int, true
where pg_catalog.pg_try_advisory_lock(:slipway_key)
returning installed_rank as slipway_last \gset
commit;
\endif

do $slipway$ begin perform pg_advisory_unlock_all(); end $slipway$;
\echo 'done: the database is at 2'

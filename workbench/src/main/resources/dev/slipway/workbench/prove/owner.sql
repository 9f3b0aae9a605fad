-- Gives what the session's user owns to a role that is no superuser, as far as a script can need it.
do $slipway$
declare
    slipway_owner text := '${owner}';
    slipway_statement text;
begin
    execute pg_catalog.format('create role %I', slipway_owner);
    execute pg_catalog.format('grant all on database %I to %I', pg_catalog.current_database(), slipway_owner);
    for slipway_statement in
        select pg_catalog.format('grant all on schema %I to %I', n.nspname, slipway_owner)
        from pg_catalog.pg_namespace n
        where n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
        union all
        select pg_catalog.format('alter schema %I owner to %I', n.nspname, slipway_owner)
        from pg_catalog.pg_namespace n
        where n.oid >= 16384 and n.nspowner = current_user::regrole and n.nspname not like 'pg\_%'
        union all
        -- a sequence of a column, an index and the type of a table follow it
        select pg_catalog.format(
            'alter %s %I.%I owner to %I',
            case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
                when 'f' then 'foreign table' when 'c' then 'type' else 'table' end,
            n.nspname, c.relname, slipway_owner)
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where c.oid >= 16384 and c.relowner = current_user::regrole and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c')
            and n.nspname not like 'pg\_%'
            and not exists (
                select from pg_catalog.pg_depend d
                where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid
                    and (d.deptype = 'e' or c.relkind = 'S' and d.deptype in ('a', 'i')))
        union all
        select pg_catalog.format('alter type %I.%I owner to %I', n.nspname, t.typname, slipway_owner)
        from pg_catalog.pg_type t
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
        where t.oid >= 16384 and t.typowner = current_user::regrole and t.typtype in ('d', 'e', 'r')
            and n.nspname not like 'pg\_%'
            and not exists (
                select from pg_catalog.pg_depend d
                where d.classid = 'pg_catalog.pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
        union all
        select pg_catalog.format('alter routine %s owner to %I', p.oid::regprocedure, slipway_owner)
        from pg_catalog.pg_proc p
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
        where p.oid >= 16384 and p.proowner = current_user::regrole and p.prokind <> 'a' and n.nspname not like 'pg\_%'
            and not exists (
                select from pg_catalog.pg_depend d
                where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    loop
        execute slipway_statement;
    end loop;
end
$slipway$

-- What repeatable scripts make as a rule: whatever can be made again without any loss. The first column tells an object
-- from all others, the last whether it is still what it was.
with made as (
    select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'i' then 'index' else 'sequence' end
               as kind,
           pg_catalog.format('%s.%s', c.relnamespace, c.relname) as identity,
           c.relname as name,
           coalesce((
               select r.xmin::text from pg_catalog.pg_rewrite r where r.ev_class = c.oid and r.rulename = '_RETURN'
           ), '') as state,
           c.oid, 'pg_class'::regclass as class
    from pg_catalog.pg_class c
    where c.relkind in ('v', 'm', 'i', 'S') and c.relpersistence <> 't'
        and c.relnamespace not in ('pg_catalog'::regnamespace, 'pg_toast'::regnamespace)
    union all
    select case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
           pg_catalog.format('%s.%s(%s)', p.pronamespace, p.proname, p.proargtypes),
           p.proname,
           pg_catalog.md5(pg_catalog.concat_ws(
               '|', p.prosrc, p.prosqlbody, p.proargdefaults, p.prorettype, p.provolatile, p.proisstrict, p.prosecdef,
               p.prolang, p.proargnames, p.proconfig, p.proretset)),
           p.oid, 'pg_proc'::regclass
    from pg_catalog.pg_proc p
    where p.pronamespace <> 'pg_catalog'::regnamespace
    union all
    select 'trigger', pg_catalog.format('%s.%s', t.tgrelid, t.tgname), t.tgname, '', t.oid, 'pg_trigger'::regclass
    from pg_catalog.pg_trigger t
    where not t.tgisinternal
    union all
    select 'policy', pg_catalog.format('%s.%s', p.polrelid, p.polname), p.polname, '', p.oid, 'pg_policy'::regclass
    from pg_catalog.pg_policy p
    union all
    select 'rule', pg_catalog.format('%s.%s', r.ev_class, r.rulename), r.rulename, '', r.oid, 'pg_rewrite'::regclass
    from pg_catalog.pg_rewrite r
    where r.rulename <> '_RETURN'
    union all
    select case t.typtype when 'd' then 'domain' else 'type' end,
           pg_catalog.format('%s.%s', t.typnamespace, t.typname), t.typname, '', t.oid, 'pg_type'::regclass
    from pg_catalog.pg_type t
    left join pg_catalog.pg_class c on c.oid = t.typrelid
    where (t.typtype in ('d', 'e', 'r') or c.relkind = 'c') and t.typnamespace <> 'pg_catalog'::regnamespace
    union all
    select 'event trigger', e.evtname::text, e.evtname, '', e.oid, 'pg_event_trigger'::regclass
    from pg_catalog.pg_event_trigger e
)
select made.kind, made.identity, made.name::text, made.state
from made
where (?::text[] is null or made.name::text = any (?::text[]))
    and not exists (
        select from pg_catalog.pg_depend d
        where d.classid = made.class and d.objid = made.oid and d.deptype in ('e', 'i')
    )
order by 1, 2

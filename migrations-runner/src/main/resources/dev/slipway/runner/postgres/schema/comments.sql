-- The comments on what does not belong to a table. Those on extensions and on public come with the server.
select 0::oid as relation, what.name, d.description as definition
from (
    select 'pg_namespace'::regclass as classoid, n.oid as objoid, 0 as objsubid, 'schema ' || n.name as name
    from namespace n
    where n.nspname <> 'public'
    union all
    select 'pg_type'::regclass, t.oid, 0,
           case t.typtype when 'd' then 'domain ' else 'type ' end || n.name || '.' || quote_ident(t.typname)
    from namespace n
    join pg_type t on t.typnamespace = n.oid
    union all
    select 'pg_constraint'::regclass, k.oid, 0,
           'constraint ' || n.name || '.' || quote_ident(t.typname) || '.' || quote_ident(k.conname)
    from namespace n
    join pg_type t on t.typnamespace = n.oid
    join pg_constraint k on k.contypid = t.oid and k.contype = 'c'
    union all
    select 'pg_proc'::regclass, p.oid, 0,
           'function ' || n.name || '.' || quote_ident(p.proname) || '(' || oidvectortypes(p.proargtypes) || ')'
    from namespace n
    join pg_proc p on p.pronamespace = n.oid
    union all
    select 'pg_class'::regclass, c.oid, 0, 'sequence ' || n.name || '.' || quote_ident(c.relname)
    from namespace n
    join pg_class c on c.relnamespace = n.oid and c.relkind = 'S'
    union all
    select 'pg_class'::regclass, a.attrelid, a.attnum,
           'column ' || n.name || '.' || quote_ident(c.relname) || '.' || quote_ident(a.attname)
    from namespace n
    join pg_class c on c.relnamespace = n.oid and c.relkind = 'c'
    join pg_attribute a on a.attrelid = c.oid
    union all
    select 'pg_statistic_ext'::regclass, s.oid, 0, 'statistics ' || n.name || '.' || quote_ident(s.stxname)
    from namespace n
    join pg_statistic_ext s on s.stxnamespace = n.oid
) as what
join pg_description d on d.classoid = what.classoid and d.objoid = what.objoid and d.objsubid = what.objsubid
where not exists (select from left_out o where o.classid = what.classoid and o.objid = what.objoid)

-- The comments on tables, views, and all that belongs to them.
select r.oid as relation,
       what.name,
       d.description as definition
from relation r
cross join lateral (
    select 'pg_class'::regclass as classoid, r.oid as objoid, 0 as objsubid,
           case r.relkind
               when 'v' then 'view ' when 'm' then 'materialized view ' else 'table '
           end || r.name as name
    union all
    select 'pg_class'::regclass, r.oid, a.attnum, 'column ' || r.name || '.' || quote_ident(a.attname)
    from pg_attribute a
    where a.attrelid = r.oid and a.attnum > 0
    union all
    select 'pg_constraint'::regclass, k.oid, 0, 'constraint ' || r.name || '.' || quote_ident(k.conname)
    from pg_constraint k
    where k.conrelid = r.oid and k.contype <> 'n'
    union all
    select 'pg_class'::regclass, i.indexrelid, 0, 'index ' || i.indexrelid::regclass
    from pg_index i
    where i.indrelid = r.oid
    union all
    select 'pg_trigger'::regclass, t.oid, 0, 'trigger ' || r.name || '.' || quote_ident(t.tgname)
    from pg_trigger t
    where t.tgrelid = r.oid
    union all
    select 'pg_rewrite'::regclass, w.oid, 0, 'rule ' || r.name || '.' || quote_ident(w.rulename)
    from pg_rewrite w
    where w.ev_class = r.oid
    union all
    select 'pg_policy'::regclass, p.oid, 0, 'policy ' || r.name || '.' || quote_ident(p.polname)
    from pg_policy p
    where p.polrelid = r.oid
) as what
join pg_description d on d.classoid = what.classoid and d.objoid = what.objoid and d.objsubid = what.objsubid

-- The comments on tables, views, sequences, and all that belongs to them. They are all read each time, since some come without a
-- lock on the table.
select 0::oid as relation,
       case r.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'S' then 'sequence '
                      else 'table ' end || r.name as name,
       d.description as definition
from comment d
join any_relation r on r.oid = d.objoid
where d.classoid = 'pg_class'::regclass and d.objsubid = 0
union all
select 0::oid, 'column ' || r.name || '.' || quote_ident(a.attname), d.description
from comment d
join any_relation r on r.oid = d.objoid
join pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid
where d.classoid = 'pg_class'::regclass and d.objsubid <> 0
union all
select 0::oid, 'index ' || i.indexrelid::regclass, d.description
from comment d
join pg_index i on i.indexrelid = d.objoid
join any_relation r on r.oid = i.indrelid
where d.classoid = 'pg_class'::regclass
union all
select 0::oid, 'constraint ' || r.name || '.' || quote_ident(k.conname), d.description
from comment d
join pg_constraint k on k.oid = d.objoid and k.contype <> 'n'
join any_relation r on r.oid = k.conrelid
where d.classoid = 'pg_constraint'::regclass
union all
select 0::oid, 'trigger ' || r.name || '.' || quote_ident(t.tgname), d.description
from comment d
join pg_trigger t on t.oid = d.objoid
join any_relation r on r.oid = t.tgrelid
where d.classoid = 'pg_trigger'::regclass
union all
select 0::oid, 'rule ' || r.name || '.' || quote_ident(w.rulename), d.description
from comment d
join pg_rewrite w on w.oid = d.objoid
join any_relation r on r.oid = w.ev_class
where d.classoid = 'pg_rewrite'::regclass
union all
select 0::oid, 'policy ' || r.name || '.' || quote_ident(p.polname), d.description
from comment d
join pg_policy p on p.oid = d.objoid
join any_relation r on r.oid = p.polrelid
where d.classoid = 'pg_policy'::regclass

-- Dictionaries of the text search.
select 0::oid as relation,
       n.name || '.' || quote_ident(d.dictname) as name,
       concat('template ', quote_ident(tn.nspname), '.', quote_ident(t.tmplname), ' (' || d.dictinitoption || ')') as definition
from pg_ts_dict d
join namespace n on n.oid = d.dictnamespace
join pg_ts_template t on t.oid = d.dicttemplate
join pg_namespace tn on tn.oid = t.tmplnamespace
where not exists (select from left_out o where o.classid = 'pg_ts_dict'::regclass and o.objid = d.oid)

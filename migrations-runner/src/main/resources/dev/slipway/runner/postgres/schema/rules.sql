-- Rules, except those that make a relation a view.
select r.oid as relation,
       r.name || '.' || quote_ident(w.rulename) as name,
       concat(pg_get_ruledef(w.oid), case w.ev_enabled
           when 'D' then ' disabled'
           when 'R' then ' enabled on replicas'
           when 'A' then ' enabled always'
       end) as definition
from relation r
join pg_rewrite w on w.ev_class = r.oid
where w.rulename <> '_RETURN'

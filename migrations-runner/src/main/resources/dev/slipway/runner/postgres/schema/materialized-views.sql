-- Materialized views, whether they have rows or not.
select r.oid as relation,
       r.name,
       concat('with (' || option.known || ') ',
              'using ' || quote_ident(m.amname) || ' ',
              rtrim(ltrim(pg_get_viewdef(r.oid)), ';')) as definition
from relation r
join pg_class c on c.oid = r.oid
left join option on option.relation = r.oid and option.attnum = 0
left join pg_am m on m.oid = c.relam and m.amname <> 'heap'
where r.relkind = 'm'

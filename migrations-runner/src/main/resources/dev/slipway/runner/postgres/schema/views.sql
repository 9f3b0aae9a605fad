-- Views, with the defaults of their columns.
select r.oid as relation,
       r.name,
       concat('with (' || option.known || ') ',
              (
                  select string_agg('default of ' || quote_ident(a.attname) || ' ' || pg_get_expr(d.adbin, d.adrelid) || ' ',
                                    '' order by a.attname collate "C")
                  from pg_attrdef d
                  join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                  where d.adrelid = r.oid
              ),
              rtrim(ltrim(pg_get_viewdef(r.oid)), ';')) as definition
from relation r
left join option on option.relation = r.oid and option.attnum = 0
where r.relkind = 'v'

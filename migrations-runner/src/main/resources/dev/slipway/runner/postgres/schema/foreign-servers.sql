-- Foreign servers. Of their options only the names, since the values differ from one environment to the next and can be
-- secrets.
select 0::oid as relation,
       quote_ident(s.srvname) as name,
       concat('wrapper ', quote_ident(w.fdwname),
              ' type ' || quote_literal(s.srvtype),
              ' version ' || quote_literal(s.srvversion),
              ' options (' || (
                  select string_agg(quote_ident(option.option_name), ', ' order by option.option_name collate "C")
                  from pg_options_to_table(s.srvoptions) as option
              ) || ')') as definition
from pg_foreign_server s
join pg_foreign_data_wrapper w on w.oid = s.srvfdw
where not exists (select from left_out o where o.classid = 'pg_foreign_server'::regclass and o.objid = s.oid)

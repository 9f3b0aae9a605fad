-- Event triggers, which belong to the database.
select 0::oid as relation,
       quote_ident(e.evtname) as name,
       concat('on ', e.evtevent,
              ' when tag in (' || (select string_agg(quote_literal(tag), ', ' order by tag collate "C")
                                   from unnest(e.evttags) as tag) || ')',
              ' execute function ', e.evtfoid::regprocedure,
              case e.evtenabled
                  when 'D' then ' disabled'
                  when 'R' then ' enabled on replicas'
                  when 'A' then ' enabled always'
              end) as definition
from pg_event_trigger e
where not exists (select from left_out o where o.classid = 'pg_event_trigger'::regclass and o.objid = e.oid)

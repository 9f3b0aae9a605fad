-- Foreign-data wrappers.
select 0::oid as relation,
       quote_ident(w.fdwname) as name,
       concat('foreign data wrapper',
              case when w.fdwhandler <> 0 then ' handler ' || w.fdwhandler::regproc end,
              case when w.fdwvalidator <> 0 then ' validator ' || w.fdwvalidator::regproc end) as definition
from pg_foreign_data_wrapper w
where not exists (
    select from left_out o where o.classid = 'pg_foreign_data_wrapper'::regclass and o.objid = w.oid
)

-- What extensions bring that a script can name: types, functions, operator classes, access methods, languages, and what
-- text search and foreign tables build on.
select named.name, e.extname
from pg_depend d
join pg_extension e on e.oid = d.refobjid
join (
    select 'pg_type'::regclass as class, oid, typname as name from pg_type
    union all
    select 'pg_proc'::regclass, oid, proname from pg_proc
    union all
    select 'pg_opclass'::regclass, oid, opcname from pg_opclass
    union all
    select 'pg_am'::regclass, oid, amname from pg_am
    union all
    select 'pg_language'::regclass, oid, lanname from pg_language
    union all
    select 'pg_foreign_data_wrapper'::regclass, oid, fdwname from pg_foreign_data_wrapper
    union all
    select 'pg_ts_config'::regclass, oid, cfgname from pg_ts_config
    union all
    select 'pg_ts_dict'::regclass, oid, dictname from pg_ts_dict
    union all
    select 'pg_ts_template'::regclass, oid, tmplname from pg_ts_template
) as named on named.class = d.classid and named.oid = d.objid
where d.refclassid = 'pg_extension'::regclass
  and d.deptype = 'e'
  and e.extname <> 'plpgsql'
order by e.extname

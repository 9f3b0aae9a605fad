-- The comments on what does not belong to a table. Those on extensions and on public come with the server.
select 0::oid as relation, what.name, what.description as definition
from (
    select d.classoid, d.objoid, d.description, 'schema ' || n.name as name
    from comment d
    join namespace n on n.oid = d.objoid
    where d.classoid = 'pg_namespace'::regclass
    union all
    select d.classoid, d.objoid, d.description,
           case t.typtype when 'd' then 'domain ' else 'type ' end || n.name || '.' || quote_ident(t.typname)
    from comment d
    join pg_type t on t.oid = d.objoid
    join namespace n on n.oid = t.typnamespace
    where d.classoid = 'pg_type'::regclass
    union all
    select d.classoid, d.objoid, d.description,
           'constraint ' || n.name || '.' || quote_ident(t.typname) || '.' || quote_ident(k.conname)
    from comment d
    join pg_constraint k on k.oid = d.objoid and k.contype = 'c'
    join pg_type t on t.oid = k.contypid
    join namespace n on n.oid = t.typnamespace
    where d.classoid = 'pg_constraint'::regclass
    union all
    select d.classoid, d.objoid, d.description,
           'function ' || n.name || '.' || quote_ident(p.proname) || '(' || oidvectortypes(p.proargtypes) || ')'
    from comment d
    join pg_proc p on p.oid = d.objoid
    join namespace n on n.oid = p.pronamespace
    where d.classoid = 'pg_proc'::regclass
    union all
    select d.classoid, d.objoid, d.description,
           'column ' || n.name || '.' || quote_ident(c.relname) || '.' || quote_ident(a.attname)
    from comment d
    join pg_class c on c.oid = d.objoid and c.relkind = 'c'
    join namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
    where d.classoid = 'pg_class'::regclass
    union all
    select d.classoid, d.objoid, d.description, 'statistics ' || n.name || '.' || quote_ident(s.stxname)
    from comment d
    join pg_statistic_ext s on s.oid = d.objoid
    join namespace n on n.oid = s.stxnamespace
    where d.classoid = 'pg_statistic_ext'::regclass
    union all
    select d.classoid, d.objoid, d.description,
           concat(case i.type
                      when 'foreign-data wrapper' then 'foreign data wrapper'
                      when 'server' then 'foreign server'
                      else i.type
                  end, ' ', i.identity)
    from comment d
    cross join pg_identify_object(d.classoid, d.objoid, 0) as i
    where d.classoid in ('pg_collation'::regclass, 'pg_operator'::regclass, 'pg_cast'::regclass,
                         'pg_ts_dict'::regclass, 'pg_ts_config'::regclass, 'pg_foreign_data_wrapper'::regclass,
                         'pg_foreign_server'::regclass, 'pg_event_trigger'::regclass, 'pg_publication'::regclass)
      and (i.schema is null or i.schema in (select n.name from namespace n))
) as what
where not exists (select from left_out o where o.classid = what.classoid and o.objid = what.objoid)

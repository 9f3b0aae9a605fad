-- Functions, procedures, and aggregates. A name is one only together with the types of the arguments. A body that came
-- with the line ends of Windows is the same body.
select 0::oid as relation,
       n.name || '.' || quote_ident(p.proname) || '(' || oidvectortypes(p.proargtypes) || ')' as name,
       case when p.prokind = 'a' then (
           select concat('aggregate (', pg_get_function_arguments(p.oid), ')',
                         ' kind = ', a.aggkind, ', sfunc = ', a.aggtransfn, ', stype = ', format_type(a.aggtranstype, null),
                         case when a.aggtransspace <> 0 then ', sspace = ' || a.aggtransspace end,
                         case when a.aggfinalfn <> 0
                              then ', finalfunc = ' || a.aggfinalfn || case when a.aggfinalextra then ' extra' else '' end
                                   || ' ' || a.aggfinalmodify::text end,
                         case when a.aggcombinefn <> 0 then ', combinefunc = ' || a.aggcombinefn end,
                         case when a.aggserialfn <> 0 then ', serialfunc = ' || a.aggserialfn end,
                         case when a.aggdeserialfn <> 0 then ', deserialfunc = ' || a.aggdeserialfn end,
                         ', initcond = ' || quote_literal(a.agginitval),
                         case when a.aggmtransfn <> 0
                              then ', msfunc = ' || a.aggmtransfn || ', minvfunc = ' || a.aggminvtransfn
                                   || ', mstype = ' || format_type(a.aggmtranstype, null) end,
                         case when a.aggmtransspace <> 0 then ', msspace = ' || a.aggmtransspace end,
                         case when a.aggmfinalfn <> 0
                              then ', mfinalfunc = ' || a.aggmfinalfn || case when a.aggmfinalextra then ' extra' else '' end
                                   || ' ' || a.aggmfinalmodify::text end,
                         ', minitcond = ' || quote_literal(a.aggminitval),
                         case when a.aggsortop <> 0 then ', sortop = ' || a.aggsortop::regoperator end,
                         ', parallel = ', p.proparallel)
           from pg_aggregate a
           where a.aggfnoid = p.oid
       ) else replace(rtrim(pg_get_functiondef(p.oid), E'\n'), E'\r\n', E'\n') end as definition
from pg_proc p
join namespace n on n.oid = p.pronamespace
where p.prokind in ('a', 'f', 'p', 'w')
  and ${within: pg_proc p.oid}
  and not exists (select from left_out o where o.classid = 'pg_proc'::regclass and o.objid = p.oid)
  -- the constructors of range types
  and not exists (
      select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i'
  )

-- Operators, but for those that are only announced by another.
select 0::oid as relation,
       concat(n.name, '.', o.oprname, '(', case o.oprleft when 0 then 'NONE' else format_type(o.oprleft, null) end,
              ', ', format_type(o.oprright, null), ')') as name,
       concat('function ', o.oprcode,
              case when o.oprcom <> 0 then ' commutator ' || o.oprcom::regoperator end,
              case when o.oprnegate <> 0 then ' negator ' || o.oprnegate::regoperator end,
              case when o.oprrest <> 0 then ' restrict ' || o.oprrest end,
              case when o.oprjoin <> 0 then ' join ' || o.oprjoin end,
              case when o.oprcanhash then ' hashes' end,
              case when o.oprcanmerge then ' merges' end) as definition
from pg_operator o
join namespace n on n.oid = o.oprnamespace
where o.oprcode <> 0
  and not exists (select from left_out l where l.classid = 'pg_operator'::regclass and l.objid = o.oid)

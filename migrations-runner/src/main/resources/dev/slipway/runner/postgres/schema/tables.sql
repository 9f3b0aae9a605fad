-- Tables without their columns.
select r.oid as relation,
       r.name,
       concat(case c.relpersistence when 'u' then 'unlogged ' end,
              case c.relkind when 'p' then 'partitioned ' when 'f' then 'foreign ' end,
              'table',
              case when c.reloftype <> 0 then ' of ' || format_type(c.reloftype, null) end,
              ' partition by ' || pg_get_partkeydef(c.oid),
              d.parents,
              ' ' || pg_get_expr(c.relpartbound, c.oid),
              d.method,
              d.options,
              case when c.relrowsecurity then ' row level security' end,
              case when c.relforcerowsecurity then ' forced row level security' end,
              case case when r.relkind <> 'f' then c.relreplident end
                  when 'f' then ' replica identity full'
                  when 'n' then ' replica identity nothing'
                  when 'i' then d.replica_identity
              end,
              d.disabled_triggers,
              d.server
       ) as definition
from relation r
join pg_class c on c.oid = r.oid
left join table_detail d on d.relation = r.oid
where r.relkind in ('r', 'p', 'f')

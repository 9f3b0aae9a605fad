-- Tables without their columns.
select r.oid as relation,
       r.name,
       concat(case c.relpersistence when 'u' then 'unlogged ' end,
              case c.relkind when 'p' then 'partitioned ' when 'f' then 'foreign ' end,
              'table',
              case when c.reloftype <> 0 then ' of ' || format_type(c.reloftype, null) end,
              ' partition by ' || pg_get_partkeydef(c.oid),
              case when c.relispartition then ' partition of ' else ' inherits ' end || parent.names,
              ' ' || pg_get_expr(c.relpartbound, c.oid),
              ' using ' || quote_ident(m.amname),
              ' with (' || option.known || ')',
              ' with (toast.' || replace(toast.known, ', ', ', toast.') || ')',
              case when c.relrowsecurity then ' row level security' end,
              case when c.relforcerowsecurity then ' forced row level security' end,
              case case when r.relkind <> 'f' then c.relreplident end
                  when 'f' then ' replica identity full'
                  when 'n' then ' replica identity nothing'
                  when 'i' then ' replica identity using index ' || (
                      select quote_ident(ic.relname)
                      from pg_index i
                      join pg_class ic on ic.oid = i.indexrelid
                      where i.indrelid = c.oid and i.indisreplident
                  )
              end,
              ' disabled triggers of ' || off.constraints,
              ' server ' || quote_ident(s.srvname) || coalesce(
                  ' options (' || (select string_agg(o, ', ' order by o collate "C") from unnest(f.ftoptions) as o) || ')',
                  '')
       ) as definition
from relation r
join pg_class c on c.oid = r.oid
left join lateral (
    select string_agg(i.inhparent::regclass::text, ', ' order by i.inhseqno) as names
    from pg_inherits i
    where i.inhrelid = r.oid
) as parent on true
left join lateral (
    -- what keeps a constraint up can be disabled with all other triggers of a table, on both tables of a foreign key
    select string_agg(kept.by, ', ' order by kept.by collate "C") as constraints
    from (
        select distinct case
                   when k.conrelid = r.oid then 'constraint ' || quote_ident(k.conname)
                   else 'foreign keys of ' || k.conrelid::regclass
               end
        from pg_trigger t
        join pg_constraint k on k.oid = t.tgconstraint
        where t.tgrelid = r.oid and t.tgisinternal and t.tgenabled = 'D'
    ) as kept(by)
) as off on true
left join pg_am m on m.oid = c.relam and m.amname <> 'heap'
left join option on option.relation = r.oid and option.attnum = 0
left join option toast on toast.relation = c.reltoastrelid and toast.attnum = 0
left join pg_foreign_table f on f.ftrelid = c.oid
left join pg_foreign_server s on s.oid = f.ftserver
where r.relkind in ('r', 'p', 'f')

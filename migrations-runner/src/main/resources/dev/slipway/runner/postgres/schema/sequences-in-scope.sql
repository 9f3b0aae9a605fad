sequence as ${inlined} (
    select s.seqrelid as oid,
           s.seqtypid as type,
           -- only what was not left to its default
           concat(
               case when s.seqincrement <> 1 then ' increment by ' || s.seqincrement end,
               case when s.seqmin <> lowest then ' minvalue ' || s.seqmin end,
               case when s.seqmax <> highest then ' maxvalue ' || s.seqmax end,
               case when s.seqstart <> first then ' start with ' || s.seqstart end,
               case when s.seqcache <> 1 then ' cache ' || s.seqcache end,
               case when s.seqcycle then ' cycle' end
           ) as options
    from pg_sequence s
    cross join lateral (
        select case s.seqtypid when 21 then 32767 when 23 then 2147483647 else 9223372036854775807 end as top
    ) as type
    cross join lateral (
        select case when s.seqincrement > 0 then 1 else -type.top - 1 end as lowest,
               case when s.seqincrement > 0 then type.top else -1 end as highest,
               case when s.seqincrement > 0 then s.seqmin else s.seqmax end as first
    ) as usual
    where ${within: pg_class s.seqrelid}
),
-- the sequences of identity and serial columns, which are part of their column
owned_sequence as ${inlined} (
    select d.objid as oid, d.refobjid as relation, d.refobjsubid as attnum, d.deptype
    from pg_depend d
    where d.classid = 'pg_class'::regclass
      and d.refclassid = 'pg_class'::regclass
      and d.deptype in ('a', 'i')
      and d.refobjsubid <> 0
      and ${within: pg_class d.objid}
)

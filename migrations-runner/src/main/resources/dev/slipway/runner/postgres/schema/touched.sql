-- What the open transaction can have changed:
-- - the relations of which it holds a lock: whatever changes a relation, or what belongs to it, takes a lock on it that
--   neither readers nor writers of its rows take. A row of 0 says that the transaction wrote to the catalog itself, which
--   takes no such lock
-- - the tables of the catalog in which the server wrote rows for it. The server counts them, for a moment also those of
--   transactions before; where it does not count, these are all
-- - whether one of the relations is a view or has triggers, rules or policies
with locked as (
    select l.relation as oid,
           bool_or(l.mode in ('ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')) as strong,
           bool_or(l.mode = 'AccessExclusiveLock') as alone
    from pg_locks l
    where l.locktype = 'relation'
      and l.pid = pg_backend_pid()
      and l.mode in ('ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock',
                     'AccessExclusiveLock')
    group by l.relation
),
touched as materialized (
    select l.oid
    from locked l
    union
    -- the tables of indexes
    select i.indrelid
    from locked l
    join pg_index i on i.indexrelid = l.oid
    union
    -- the tables of the sequences of their columns
    select d.refobjid
    from locked l
    join pg_depend d
      on d.classid = 'pg_class'::regclass
     and d.objid = l.oid
     and d.refclassid = 'pg_class'::regclass
     and d.deptype in ('a', 'i')
    union
    -- what has queries on a table is worded by its columns
    select coalesce(w.ev_class, p.polrelid)
    from locked l
    join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = l.oid
    left join pg_rewrite w on d.classid = 'pg_rewrite'::regclass and w.oid = d.objid
    left join pg_policy p on d.classid = 'pg_policy'::regclass and p.oid = d.objid
    where l.alone
      and d.classid in ('pg_rewrite'::regclass, 'pg_policy'::regclass)
    union
    -- what partitions inherit is told by how it differs from their table
    select h.inhrelid
    from locked l
    join pg_inherits h on h.inhparent = l.oid
    where l.strong
    union
    select 0::oid
    from pg_locks l
    where l.locktype = 'relation'
      and l.pid = pg_backend_pid()
      and l.relation in ('pg_class'::regclass, 'pg_attribute'::regclass, 'pg_attrdef'::regclass, 'pg_constraint'::regclass,
                         'pg_index'::regclass, 'pg_inherits'::regclass, 'pg_partitioned_table'::regclass,
                         'pg_trigger'::regclass, 'pg_rewrite'::regclass, 'pg_policy'::regclass, 'pg_sequence'::regclass,
                         'pg_foreign_table'::regclass)
      and l.mode in ('RowExclusiveLock', 'ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock',
                     'AccessExclusiveLock')
)
select 'relation' as what, t.oid::text as value from touched t
union all
select 'catalog', c::text
from unnest('${catalogs}'::regclass[]) as c
where pg_stat_get_xact_tuples_inserted(c) + pg_stat_get_xact_tuples_updated(c) + pg_stat_get_xact_tuples_deleted(c) > 0
   or current_setting('track_counts') = 'off'
union all
-- the attributes of a composite type
select 'catalog', 'pg_type' from touched t join pg_class c on c.oid = t.oid where c.relkind = 'c'
union all
-- a function can have queries on a table as well
select 'catalog', 'pg_proc'
from locked l
join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = l.oid and d.classid = 'pg_proc'::regclass
where l.alone
union all
select 'related', ''
from touched t
join pg_class c on c.oid = t.oid
where c.relkind in ('v', 'm')
   or exists (select from pg_trigger where tgrelid = t.oid)
   or exists (select from pg_rewrite where ev_class = t.oid)
   or exists (select from pg_policy where polrelid = t.oid)

-- What the open transaction can have changed:
-- - the relations of which it holds a lock: whatever changes a relation, or what belongs to it, takes a lock on it that
--   neither readers nor writers of its rows take. A row of 0 says that the transaction wrote to the catalog itself, which
--   takes no such lock
-- - in which tables of the catalog the server wrote rows for it. The server counts them, for a moment also those of
--   transactions before
with locked as materialized (
    select l.relation as oid,
           bool_or(l.mode <> 'RowExclusiveLock') as changed,
           bool_or(l.mode in ('ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')) as strong,
           bool_or(l.mode = 'AccessExclusiveLock') as alone
    from pg_locks l
    where l.locktype = 'relation'
      and l.pid = pg_backend_pid()
      and l.mode in ('RowExclusiveLock', 'ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock',
                     'ExclusiveLock', 'AccessExclusiveLock')
    group by l.relation
),
-- what has queries on a table is worded by its columns
dependent as materialized (
    select d.classid, d.objid
    from locked l
    join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = l.oid
    where l.alone
      and d.classid in ('pg_rewrite'::regclass, 'pg_policy'::regclass, 'pg_proc'::regclass)
),
touched as materialized (
    select l.oid
    from locked l
    where l.changed
    union
    -- the tables of indexes
    select i.indrelid
    from locked l
    join pg_index i on i.indexrelid = l.oid
    where l.changed
    union
    -- the tables of the sequences of their columns
    select d.refobjid
    from locked l
    join pg_depend d
      on d.classid = 'pg_class'::regclass
     and d.objid = l.oid
     and d.refclassid = 'pg_class'::regclass
     and d.deptype in ('a', 'i')
    where l.changed
    union
    select w.ev_class
    from dependent d
    join pg_rewrite w on w.oid = d.objid
    where d.classid = 'pg_rewrite'::regclass
    union
    select p.polrelid
    from dependent d
    join pg_policy p on p.oid = d.objid
    where d.classid = 'pg_policy'::regclass
    union
    -- what partitions inherit is told by how it differs from their table
    select h.inhrelid
    from locked l
    join pg_inherits h on h.inhparent = l.oid
    where l.strong
    union
    select 0::oid
    from locked l
    where l.oid in ('pg_class'::regclass, 'pg_attribute'::regclass, 'pg_attrdef'::regclass, 'pg_constraint'::regclass,
                    'pg_index'::regclass, 'pg_inherits'::regclass, 'pg_partitioned_table'::regclass,
                    'pg_trigger'::regclass, 'pg_rewrite'::regclass, 'pg_policy'::regclass, 'pg_sequence'::regclass,
                    'pg_foreign_table'::regclass)
),
written as materialized (
    select c.oid,
           pg_stat_get_xact_tuples_inserted(c.oid) as inserted,
           pg_stat_get_xact_tuples_updated(c.oid) + pg_stat_get_xact_tuples_deleted(c.oid) as changed
    from unnest('${catalogs}'::regclass[]) as c(oid)
),

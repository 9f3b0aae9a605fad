-- What may have changed since the statement before, in one row: only what this transaction has locked, or has written to
-- the catalog since. It costs what a script touches, not what it has made so far: of a relation that the script itself
-- made, only what is written of it in the catalog is of interest.
--
-- $1 the greatest object id of a schema or type before the script, or null if this is the first moment: then all that the
-- transaction has touched is told
-- $2 the greatest object id of a relation before the script, or null
-- $3 the first command since the last moment, as counted in cmin
with last as materialized (
    select coalesce($1, greatest((select pg_catalog.max(oid) from pg_catalog.pg_namespace), (select pg_catalog.max(oid) from pg_catalog.pg_type))::bigint) as name,
           coalesce($2, (select pg_catalog.max(oid) from pg_catalog.pg_class)::bigint) as relation
),
-- a transaction without an id has written nothing, so the catalog need not be looked through
writing as materialized (
    select pg_catalog.txid_current_if_assigned() is not null as has_written
),
-- age() is 0 for the transaction itself, and less for what it does in subtransactions
written as materialized (
    select oid as relation, cmin::text::bigint as command
    from pg_catalog.pg_class
    where (select has_written from writing) and pg_catalog.age(xmin) <= 0 and cmin::text::bigint >= $3
    union all
    select conrelid, cmin::text::bigint
    from pg_catalog.pg_constraint
    where (select has_written from writing) and pg_catalog.age(xmin) <= 0 and cmin::text::bigint >= $3
    union all
    -- with an index the table: a foreign key of it may have got what it needs
    select pg_catalog.unnest(array[indexrelid, indrelid]), cmin::text::bigint
    from pg_catalog.pg_index
    where (select has_written from writing) and pg_catalog.age(xmin) <= 0 and cmin::text::bigint >= $3
    union all
    -- a column can be changed without a lock that tells of its table, by who writes to the catalog
    select attrelid, cmin::text::bigint
    from pg_catalog.pg_attribute
    where (select has_written from writing) and $1 is null and pg_catalog.age(xmin) <= 0
),
-- an index or a partition that a script adds to what stood before it
added as (
    select i.indexrelid as relation
    from pg_catalog.pg_index i, last
    where i.indexrelid::bigint > last.relation and i.indrelid::bigint <= last.relation
    union all
    select c.oid
    from pg_catalog.pg_class c, last
    where c.relispartition and c.oid::bigint > last.relation and pg_catalog.pg_partition_root(c.oid)::oid::bigint <= last.relation
),
-- 16384 is the first object id that is not PostgreSQL's own
held as (
    select l.relation, l.mode
    from pg_catalog.pg_locks l
    where l.pid = pg_backend_pid() and l.locktype = 'relation' and l.granted and l.relation >= 16384
        and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
        and (
            l.relation::bigint <= (select relation from last)
            or l.relation in (select relation from added)
            or l.relation in (select relation from written)
            or not exists (select from pg_catalog.pg_class c where c.oid = l.relation)
        )
),
touched as materialized (
    select relation, pg_catalog.string_agg(mode, ',') as modes
    from (
        select relation, mode from held
        union all
        select relation, null from written
        union all
        -- what earlier transactions counted may not have been taken from the session yet
        select oid, null
        from pg_catalog.pg_class
        where $1 is null and (pg_stat_get_xact_numscans(oid) > 0 or pg_stat_get_xact_tuples_inserted(oid) > 0)
            and oid >= 16384
    ) as one
    group by relation
),
-- schemas and types are renamed, and get values, without a lock on the relations that have their names
names as (
    select pg_catalog.format('%s %s', oid, nspname) as name from pg_catalog.pg_namespace, last where oid::bigint <= last.name
    union all
    select pg_catalog.format('%s %s', oid, typname) from pg_catalog.pg_type, last where typtype in ('d', 'e') and oid::bigint <= last.name
    union all
    select pg_catalog.format('%s %s', oid, enumlabel) from pg_catalog.pg_enum, last where enumtypid::bigint <= last.name
)
select last.name,
       last.relation,
       greatest((select pg_catalog.max(command) + 1 from written), $3),
       -- commands are counted anew after COMMIT AND CHAIN
       pg_catalog.now()::text,
       (select has_written from writing),
       (select pg_catalog.md5(pg_catalog.string_agg(name, ',' order by name collate "C")) from names),
       (
           select coalesce(pg_catalog.sum(pg_catalog.pg_stat_get_xact_numscans(c.oid)), 0)
           from pg_catalog.pg_class c
           where c.oid > (select relation::oid from last) and c.relkind in ('r', 'p', 'm', 'i') and c.relpersistence <> 't'
               and c.relnamespace <> (select oid from pg_catalog.pg_namespace where nspname = 'pg_toast')
       ),
       array(select relation::bigint from touched order by 1),
       array(select coalesce(modes, '') from touched order by relation::bigint)
from last

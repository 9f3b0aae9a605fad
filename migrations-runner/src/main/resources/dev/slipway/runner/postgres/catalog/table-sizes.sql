-- How large and how busy tables are. A relation that somebody has locked against everybody, or waits to, is not opened
-- but taken as large as it was when it was last vacuumed or analyzed, so that nothing waits here.
with recursive given as materialized (
    -- by the name: there may be thousands of schemas with the same tables
    select named.name, c.oid
    from pg_catalog.unnest(?::text[]) as named(name)
    cross join lateral pg_catalog.parse_ident(named.name) as part
    join pg_catalog.pg_namespace n on n.nspname = case part[1] when 'public' then ? when ? then null else part[1] end
    join pg_catalog.pg_class c on c.relname = part[2] and c.relnamespace = n.oid
    where c.relkind in ('r', 'p', 'm')
), part (name, oid) as (
    select name, oid from given
    union
    select part.name, i.inhrelid
    from part
    join pg_catalog.pg_inherits i on i.inhparent = part.oid
    join pg_catalog.pg_class child on child.oid = i.inhrelid and child.relispartition
), closed as materialized (
    select distinct relation
    from pg_catalog.pg_locks
    where mode = 'AccessExclusiveLock' and locktype = 'relation'
), file as (
    select part.name, part.oid as part, c.oid, 'heap' as kind
    from part join pg_catalog.pg_class c on c.oid = part.oid
    union all
    select part.name, part.oid, toast.oid, 'toast'
    from part
    join pg_catalog.pg_class c on c.oid = part.oid
    cross join lateral (
        select c.reltoastrelid as oid where c.reltoastrelid <> 0
        union all
        select i.indexrelid from pg_catalog.pg_index i where i.indrelid = c.reltoastrelid and c.reltoastrelid <> 0
    ) as toast
    union all
    select part.name, part.oid, i.indexrelid, 'index'
    from part join pg_catalog.pg_index i on i.indrelid = part.oid
), sized as (
    select file.*,
           case
               when closed.relation is null then coalesce(pg_catalog.pg_relation_size(c.oid), 0)
               else greatest(c.relpages, 0)::bigint * pg_catalog.current_setting('block_size')::bigint
           end as bytes,
           pg_catalog.pg_stat_get_tuples_inserted(c.oid) + pg_catalog.pg_stat_get_tuples_updated(c.oid)
               + pg_catalog.pg_stat_get_tuples_deleted(c.oid) as writes,
           pg_catalog.pg_stat_get_numscans(c.oid) as scans
    from file
    join pg_catalog.pg_class c on c.oid = file.oid
    left join closed on closed.relation = c.oid
), age as (
    -- what was counted before a crash is gone, which the other statistics know
    select greatest(extract(epoch from now() - coalesce(d.stats_reset, w.stats_reset)), 1)::float8 as seconds
    from pg_catalog.pg_stat_database d, pg_catalog.pg_stat_bgwriter w
    where d.datname = pg_catalog.current_database()
)
select name,
       coalesce(sum(bytes) filter (where kind = 'heap'), 0)::bigint,
       coalesce(sum(bytes) filter (where kind = 'toast'), 0)::bigint,
       coalesce(sum(bytes) filter (where kind = 'index'), 0)::bigint,
       coalesce((count(*) filter (where kind = 'index')
                 / nullif(count(distinct part) filter (where kind = 'index'), 0)), 0)::int,
       coalesce(sum(writes) filter (where kind = 'heap') / age.seconds, 0)::float8,
       coalesce(sum(scans) filter (where kind in ('heap', 'index')) / age.seconds, 0)::float8,
       (select count(*) from pg_catalog.pg_stat_replication)::int
from sized cross join age
group by name, age.seconds
order by name

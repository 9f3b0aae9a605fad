-- What rows of these tables are about: the tables themselves, those that refer to them, and all that these refer to.
-- A partition stands for its whole table, which comes with it.
with recursive tables as (
    select c.oid, coalesce(pg_partition_root(c.oid)::oid, c.oid) as root, pg_catalog.format('%I.%I', n.nspname, c.relname) as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p')
),
given as (
    select t.oid, t.root from tables t where t.name = any ($1)
),
referring as (
    select t.oid, t.root
    from pg_constraint k
    join tables t on t.oid = k.conrelid
    where k.contype = 'f'
      and k.conparentid = 0
      and k.confrelid in (select root from given)
),
concerned as (
    select e.oid
    from (select * from given union select * from referring) as t
    cross join lateral (values (t.oid), (t.root)) as e (oid)
    union
    select e.oid
    from concerned c
    join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and k.conparentid = 0
    join tables t on t.oid = k.confrelid
    cross join lateral (values (t.oid), (t.root)) as e (oid)
)
select oid::bigint from concerned

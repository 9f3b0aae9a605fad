-- Columns of a table. Types and collations are named with their schemas, since the session searches none.
select a.attname,
       quote_ident(a.attname),
       format_type(a.atttypid, a.atttypmod),
       case when base.typname in ('varchar', 'bpchar', 'bit', 'varbit') and base.oid = t.oid
         then format_type(a.atttypid, null) else format_type(a.atttypid, a.atttypmod) end,
       base.typname in ('text', 'varchar') and base.oid = t.oid,
       -- equal values of these look alike
       base.typtype = 'e' or base.typnamespace = 'pg_catalog'::regnamespace and base.typname in (
         'bool', 'int2', 'int4', 'int8', 'oid', 'text', 'varchar', 'name', 'char', 'uuid', 'date', 'time', 'timestamp',
         'timestamptz', 'bytea', 'macaddr', 'macaddr8', 'money', 'bit', 'varbit'),
       coalesce(not l.collisdeterministic, false),
       case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text else '' end,
       a.attnotnull,
       a.attgenerated <> '',
       coalesce(a.attnum = any (part.partattrs::int2[]), false),
       coalesce(pg_get_expr(d.adbin, d.adrelid), t.typdefault)
from pg_attribute a
join pg_type t on t.oid = a.atttypid
join pg_type base on base.oid = coalesce(nullif(t.typbasetype, 0), t.oid)
left join pg_collation l on l.oid = a.attcollation
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
left join pg_partitioned_table part on part.partrelid = a.attrelid
where a.attrelid = ? and a.attnum > 0 and not a.attisdropped
order by a.attnum

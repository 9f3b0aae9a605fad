-- One row for each column of the tables asked for; a table that is not there gives one row of nulls.
select names.name,
       c.oid::bigint,
       c.oid::regclass::text,
       a.attname,
       quote_ident(a.attname),
       coalesce(base.typname, t.typname),
       format_type(a.atttypid, a.atttypmod),
       a.attnotnull or t.typnotnull,
       a.atthasdef or a.attidentity <> '' or t.typdefault is not null,
       a.attidentity = 'a' or a.attgenerated <> '',
       coalesce(array_position(pk.indkey::smallint[], a.attnum) >= 0, false)
from unnest(?::text[]) with ordinality as names (name, number)
left join pg_class c on c.oid = to_regclass(names.name) and c.relkind in ('r', 'p', 'v', 'f')
left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
left join pg_type t on t.oid = a.atttypid
left join pg_type base on base.oid = t.typbasetype -- what a domain stands on
left join pg_index pk on pk.indrelid = c.oid and pk.indisprimary
order by names.number, array_position(pk.indkey::smallint[], a.attnum), a.attnum

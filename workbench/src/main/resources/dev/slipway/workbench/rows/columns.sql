-- The columns of these tables as far as they can be given rows, each with the type below its domains.
with recursive bottom as (
    select t.oid as type, t.oid as base, t.typtypmod as modifier, t.typnotnull as required
    from pg_type t
    where t.oid in (
        select a.atttypid from pg_attribute a where a.attrelid = any ($1) and a.attnum > 0 and not a.attisdropped
    )
    union all
    select b.type, t.typbasetype, case when b.modifier = -1 then t.typtypmod else b.modifier end,
           b.required or t.typnotnull
    from bottom b
    join pg_type t on t.oid = b.base and t.typtype = 'd'
), types as (
    select distinct on (b.type) b.type, b.base, b.modifier, pg_catalog.bool_or(b.required) over (partition by b.type) as required
    from bottom b
    join pg_type t on t.oid = b.base and t.typtype <> 'd'
    order by b.type
)
select c.oid::bigint as table_id,
       pg_catalog.format('%I.%I', n.nspname, c.relname) as table_name,
       c.relkind = 'p' and not exists (select from pg_inherits i where i.inhparent = c.oid) as unusable,
       coalesce(pg_partition_root(c.oid)::oid, c.oid)::bigint as root_id,
       a.attnum,
       pg_catalog.quote_ident(a.attname) as column_name,
       a.attnotnull or y.required as required,
       a.attgenerated <> '' as generated,
       a.attidentity <> '' or coalesce(pg_get_expr(d.adbin, d.adrelid) like 'nextval(%', false) as numbered,
       a.atthasdef as has_default,
       -- what generated columns compute, where it can be of this column
       case when b.typname in ('json', 'jsonb') then array(
           select pg_get_expr(g.adbin, g.adrelid)
           from pg_attrdef g
           join pg_attribute o on o.attrelid = g.adrelid and o.attnum = g.adnum and o.attgenerated <> ''
           where g.adrelid = c.oid
           order by g.adnum
       ) else array[]::text[] end as computed,
       pg_catalog.format_type(y.base, case when a.atttypmod = -1 then y.modifier else a.atttypmod end) as type_name,
       b.typname,
       b.typtype,
       b.typcategory,
       case when a.atttypmod = -1 then y.modifier else a.atttypmod end as modifier,
       e.typname as element,
       array(select l.enumlabel from pg_enum l where l.enumtypid = b.oid order by l.enumsortorder) as labels,
       (select pg_catalog.count(*) from pg_attribute f where f.attrelid = b.typrelid and f.attnum > 0 and not f.attisdropped)
           as fields,
       -- only a domain has any: to look for others takes longer than all the rest
       case when y.base = a.atttypid then array[]::text[] else array(
           select pg_catalog.replace(pg_get_expr(k.conbin, 0), 'VALUE', pg_catalog.quote_ident(a.attname))
           from pg_constraint k
           where k.contypid in (
               with recursive down as (
                   select a.atttypid as id
                   union all
                   select t.typbasetype from down join pg_type t on t.oid = down.id and t.typtype = 'd'
               )
               select id from down
           ) and k.contype = 'c'
       ) end as domain_checks
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join types y on y.type = a.atttypid
join pg_type b on b.oid = y.base
left join pg_type e on e.oid = b.typelem and b.typcategory = 'A'
left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
where c.oid = any ($1)
  and c.relkind in ('r', 'p')
  and c.relpersistence <> 't'
  and n.nspname not in ('pg_catalog', 'information_schema')
  and n.nspname not like 'pg\_toast%'
  and not exists (
      select from pg_depend p
      where p.classid = 'pg_class'::regclass and p.objid = c.oid and p.deptype = 'e'
  )
order by c.oid, a.attnum

-- The options that are left out, each with how many have it, and the first of these.
select what.option, count(distinct what.object), min(what.object collate "C")
from (
    select split_part(text, '=', 1) as option,
           case when o.attnum <> 0 and x.indexrelid is null
                then 'column ' || r.name || '.' || quote_ident(a.attname)
                else case c.relkind
                         when 'i' then 'index ' || x.indexrelid::regclass
                         when 'I' then 'index ' || x.indexrelid::regclass
                         when 'v' then 'view ' || r.name
                         when 'm' then 'materialized view ' || r.name
                         else 'table ' || r.name
                     end
           end as object
    from option o
    cross join unnest(o.unknown) as text
    join pg_class c on c.oid = o.relation
    left join pg_class parent on c.relkind = 't' and parent.reltoastrelid = c.oid
    left join pg_index x on x.indexrelid = c.oid
    left join pg_attribute a on a.attrelid = o.relation and a.attnum = o.attnum
    join any_relation r on r.oid = coalesce(parent.oid, x.indrelid, c.oid)
) as what
group by what.option
order by what.option collate "C"

-- Enumerations, composite types, ranges, and types with functions of their own.
select 0::oid as relation,
       n.name || '.' || quote_ident(t.typname) as name,
       case t.typtype
           when 'e' then (
               select 'enum (' || coalesce(string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder), '') || ')'
               from pg_enum e
               where e.enumtypid = t.oid
           )
           when 'c' then (
               select 'composite (' || coalesce(string_agg(
                          concat(quote_ident(a.attname), ' ', format_type(a.atttypid, a.atttypmod),
                                 case when a.attcollation <> b.typcollation
                                      then ' collate ' || a.attcollation::regcollation end),
                          ', ' order by a.attnum), '') || ')'
               from pg_attribute a
               join pg_type b on b.oid = a.atttypid
               where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
           )
           when 'r' then (
               select concat('range (subtype = ', format_type(r.rngsubtype, null),
                             case when not u.opcdefault then ', subtype_opclass = ' || u.opcname end,
                             case when r.rngcollation <> b.typcollation
                                  then ', collation = ' || r.rngcollation::regcollation end,
                             case when r.rngcanonical <> 0 then ', canonical = ' || r.rngcanonical end,
                             case when r.rngsubdiff <> 0 then ', subtype_diff = ' || r.rngsubdiff end,
                             ', multirange_type_name = ', format_type(r.rngmultitypid, null), ')')
               from pg_range r
               join pg_type b on b.oid = r.rngsubtype
               join pg_opclass u on u.oid = r.rngsubopc
               where r.rngtypid = t.oid
           )
           when 'b' then concat('base (input = ', t.typinput, ', output = ', t.typoutput,
                                case when t.typreceive <> 0 then ', receive = ' || t.typreceive end,
                                case when t.typsend <> 0 then ', send = ' || t.typsend end,
                                case when t.typmodin <> 0 then ', typmod_in = ' || t.typmodin end,
                                case when t.typmodout <> 0 then ', typmod_out = ' || t.typmodout end,
                                ', internallength = ', t.typlen, ', alignment = ', t.typalign,
                                ', storage = ', t.typstorage, ', passed by value = ', t.typbyval,
                                ', category = ', t.typcategory,
                                ', preferred = ', t.typispreferred, ', default = ', t.typdefault, ')')
           else 'shell'
       end as definition
from pg_type t
join namespace n on n.oid = t.typnamespace
left join pg_class c on c.oid = t.typrelid and c.relkind = 'c'
where t.oid >= 16384
  and ${within: pg_type t.oid}
  and (t.typtype in ('e', 'r') or t.typtype = 'p' and not t.typisdefined or t.typtype = 'c' and c.oid is not null or t.typtype = 'b' and t.typcategory <> 'A')
  and not exists (select from left_out o where o.classid = 'pg_type'::regclass and o.objid = t.oid)

-- Collations. Their columns were renamed with version 17, and from 16 on a locale of ICU is written as a language tag in which true says nothing.
select 0::oid as relation,
       n.name || '.' || quote_ident(c.collname) as name,
       concat(case c.collprovider when 'c' then 'libc' when 'i' then 'icu' when 'b' then 'builtin' when 'd' then 'default' end,
              ' locale ' || regexp_replace(lower(translate(icu.locale, '_', '-')), '-true\y', '', 'g'),
              ' lc_collate ' || c.collcollate,
              ' lc_ctype ' || c.collctype,
              ' rules ' || quote_literal(raw.as_json ->> 'collicurules'),
              case when not c.collisdeterministic then ' not deterministic' end) as definition
from pg_collation c
join namespace n on n.oid = c.collnamespace
cross join lateral (select to_jsonb(c) as as_json) as raw
cross join lateral (
    select coalesce(raw.as_json ->> 'colllocale', raw.as_json ->> 'colliculocale') as locale
) as icu
where not exists (select from left_out o where o.classid = 'pg_collation'::regclass and o.objid = c.oid)

select to_regclass(format('%I.%I', :'slipway_schema', ${table})) is null as slipway_new,
    count(*) > 0 as slipway_makes, coalesce(string_agg(format('create schema %I;', name), ' ' order by place), '') as slipway_make,
    string_agg('"' || replace(name, '"', '""') || '"', ',' order by place) as slipway_made
from unnest(${schemas}) with ordinality as given(name, place)
where to_regnamespace(quote_ident(name)) is null \gset
\if :slipway_new
begin;
:slipway_make
${creation}
\if :slipway_makes
${note}
\endif
commit;
\endif

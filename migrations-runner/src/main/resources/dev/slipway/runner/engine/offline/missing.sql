count(*) > 0 as slipway_makes, coalesce(string_agg(format('create schema %I;', name), ' ' order by place), '') as slipway_make,
    string_agg('"' || replace(name, '"', '""') || '"', ',' order by place) as slipway_made
from unnest(${schemas}) with ordinality as given(name, place)
where to_regnamespace(quote_ident(name)) is null \gset

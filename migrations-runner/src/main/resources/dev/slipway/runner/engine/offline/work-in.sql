select set_config('search_path', case
    when path = quote_ident(:'slipway_schema') or starts_with(path, quote_ident(:'slipway_schema') || ',') then path
    else concat_ws(', ', quote_ident(:'slipway_schema'), nullif(path, '')) end, false) as slipway_path
from current_setting('search_path') as path \gset

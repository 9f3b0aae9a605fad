
-- What scripts do not qualify is created where the history lies, whatever schemas they make.
select case
    when path = quote_ident(:'slipway_schema') or starts_with(path, quote_ident(:'slipway_schema') || ',') then ''
    else format('do %L;', format('begin perform set_config(''search_path'', %L, false); end',
        concat_ws(', ', quote_ident(:'slipway_schema'), nullif(path, '')))) end as slipway_work_in
from current_setting('search_path') as path \gset
\set slipway_leftovers :slipway_leftovers ' ' :slipway_work_in
:slipway_leftovers

select to_regclass(format('%I.%I', :'slipway_schema', ${table})) is null as slipway_new,
    ${missing}\if :slipway_new
begin;
:slipway_make
${creation}
\if :slipway_makes
${note}
\endif
commit;
\endif


-- Schemas that are to be there, and that the history came before.
select ${missing}\if :slipway_makes
begin;
:slipway_make
${note}
commit;
\endif

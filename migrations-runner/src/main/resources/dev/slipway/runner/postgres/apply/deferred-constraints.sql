-- A statement that defers all constraints that are INITIALLY DEFERRED, or null if there is none.
select 'set constraints '
         || pg_catalog.string_agg(distinct pg_catalog.format('%I.%I', n.nspname, c.conname), ', ')
         || ' deferred'
from pg_catalog.pg_constraint c
join pg_catalog.pg_namespace n on n.oid = c.connamespace
where c.condeferred

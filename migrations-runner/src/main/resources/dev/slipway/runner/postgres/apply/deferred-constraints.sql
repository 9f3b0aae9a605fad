-- What defers all constraints but those that are INITIALLY IMMEDIATE. These are named, and not those that are
-- INITIALLY DEFERRED: the name may be that of another table's constraint too, and PostgreSQL defers none that is not
-- DEFERRABLE. Names need the right to use their schema.
select 'set constraints all deferred' || coalesce(
         '; set constraints '
         || pg_catalog.string_agg(distinct pg_catalog.format('%I.%I', n.nspname, c.conname), ', ')
         || ' immediate', '')
from pg_catalog.pg_constraint c
join pg_catalog.pg_namespace n on n.oid = c.connamespace
where c.condeferrable and not c.condeferred
  and pg_catalog.has_schema_privilege(n.oid, 'usage')
  and not pg_catalog.pg_is_other_temp_schema(n.oid)

-- How many rows of which tables the session has deleted, in the open transaction and in others that it still counts.
select oid::bigint, pg_stat_get_xact_tuples_deleted(oid)
from pg_catalog.pg_class
where relkind in ('r', 'p') and pg_stat_get_xact_tuples_deleted(oid) > 0

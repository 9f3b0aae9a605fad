-- One row for each row of the history, which is the first table of its name along the search path, or the one of its full name.
select h.installed_rank, h.version, h.description, h.type, h.script, h.checksum, h.installed_by, h.installed_on::timestamp,
       h.execution_time, h.success, place.nspname, current_schema(), current_setting('search_path'),
       obj_description(place.oid, 'pg_class')
from (
    select c.oid, n.nspname
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.oid = to_regclass(${literal})
) as place
left join ${table} as h on true
order by h.installed_rank

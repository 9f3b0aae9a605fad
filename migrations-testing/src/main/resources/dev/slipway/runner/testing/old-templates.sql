-- a comment is missing while the template is being made, which the lock tells, and after a crash
select datname
from pg_database d
where starts_with(datname, ?)
  and coalesce(
    substring(shobj_description(d.oid, 'pg_database') from 'last used (.*)')::timestamptz < now() - interval '1 day', true)
  and pg_get_userbyid(datdba) = current_user
order by datname

select datname
from pg_database
where starts_with(datname, ?) and pg_get_userbyid(datdba) = current_user
order by datname

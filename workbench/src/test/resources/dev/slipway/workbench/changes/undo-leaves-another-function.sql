--- V1
create function twice(n integer) returns integer language sql immutable as 'select 2 * n';

--- V2
create or replace function twice(n integer) returns integer language sql immutable as 'select n + n';

--- U2
select 1;

--- expect
prove: 1
undo of 2: the undo script does not restore function public.twice(integer)
autogenerate: leads there, leads back

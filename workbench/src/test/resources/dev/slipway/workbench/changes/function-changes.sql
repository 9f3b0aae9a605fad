--- V1
create function twice(n integer) returns integer language sql immutable as 'select 2 * n';

--- V2
create or replace function twice(n integer) returns integer language sql immutable as 'select n + n';

--- U2
create or replace function twice(n integer) returns integer language sql immutable as 'select 2 * n';

--- expect
prove: 0
undo of 2: restores the schema
autogenerate: leads there, leads back

--- V1
create sequence ticket as integer;

--- V2
alter sequence ticket as bigint;

--- U2
alter sequence ticket as integer;

--- expect
prove: 0
undo of 2: restores the schema
autogenerate: leads there, leads back

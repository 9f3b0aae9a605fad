--- V1
create sequence ticket as integer;

--- V2
alter sequence ticket as bigint;

--- U2
alter sequence ticket as integer;

--- expect
undo: restores
autogenerate: both ways

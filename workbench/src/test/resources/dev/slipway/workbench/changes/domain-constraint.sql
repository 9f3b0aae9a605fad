--- V1
create domain code as text;
create table parts (id bigint primary key, code code);

--- V2
alter domain code add constraint code_short check (length(value) < 10);

--- U2
alter domain code drop constraint code_short;

--- expect
undo: restores
autogenerate: both ways

--- V1
create domain code as text;
create table parts (id bigint primary key, code code);

--- V2
alter domain code add constraint code_short check (length(value) < 10);

--- U2
alter domain code drop constraint code_short;

--- expect
prove: 1
undo of 2: restores the schema
hazard: V2 fails-on-data
hazard: V2 validating-constraint
autogenerate: leads there, leads back

--- V1
create table orders (id bigint primary key, note text);

--- V2
do $$ begin execute 'alter table orders alter column id type numeric'; end $$;

--- U2
alter table orders alter column id type bigint;

--- expect
prove: 1
undo of 2: restores the schema
hazard: U2 fails-on-data
hazard: U2 type-change
hazard: V2 type-change
autogenerate: leads there, leads back

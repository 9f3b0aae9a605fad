--- V1
create table orders (id bigint primary key, note text);

--- V2
do $$ begin execute 'alter table orders alter column id type numeric'; end $$;

--- U2
alter table orders alter column id type bigint;

--- expect
undo: restores
autogenerate: both ways
hazard: V2 type-change
hazard: U2 type-change

--- V1
create table tags (name text not null, color text);

--- V2
alter table tags add primary key (name);

--- U2
alter table tags drop constraint tags_pkey;

--- expect
prove: 1
undo of 2: restores the schema
hazard: V2 fails-on-data
hazard: V2 unique-without-index
autogenerate: leads there, leads back

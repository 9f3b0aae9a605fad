--- V1
create table tags (name text not null, color text);

--- V2
alter table tags add primary key (name);

--- U2
alter table tags drop constraint tags_pkey;

--- expect
undo: restores
autogenerate: both ways
hazard: V2 blocking-index

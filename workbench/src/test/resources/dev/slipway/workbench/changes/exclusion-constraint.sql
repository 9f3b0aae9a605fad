--- V1
create table bookings (id bigint primary key, during tstzrange not null);

--- V2
alter table bookings add constraint bookings_apart exclude using gist (during with &&);

--- U2
alter table bookings drop constraint bookings_apart;

--- expect
undo: restores
autogenerate: both ways
hazard: V2 blocking-index

--- V1
create table bookings (id bigint primary key, during tstzrange not null);

--- V2
alter table bookings add constraint bookings_apart exclude using gist (during with &&);

--- U2
alter table bookings drop constraint bookings_apart;

--- expect
prove: 1
undo of 2: restores the schema
hazard: V2 blocking-index
hazard: V2 fails-on-data
autogenerate: leads there, leads back

--- V1
create table events (at timestamp with time zone not null, what text) partition by range (at);
create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');

--- V2
create table events_2027 (at timestamp with time zone not null, what text);
alter table events attach partition events_2027 for values from ('2027-01-01') to ('2028-01-01');

--- U2
drop table events_2027;

--- expect
prove: 0
undo of 2: restores the schema
autogenerate: leads there, leads back

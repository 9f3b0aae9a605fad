create table visits (id bigint primary key, seen timestamp not null default current_timestamp);

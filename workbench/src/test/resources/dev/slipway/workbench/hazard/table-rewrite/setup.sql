create table orders (id bigint primary key, net numeric not null);

create table orders (id bigint primary key, quantity integer not null, note varchar(20));

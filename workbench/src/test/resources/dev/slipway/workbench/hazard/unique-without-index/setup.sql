create table orders (id bigint primary key, number text not null);

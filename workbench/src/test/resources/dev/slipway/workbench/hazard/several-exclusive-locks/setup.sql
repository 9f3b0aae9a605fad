create table orders (id bigint primary key, customer_id bigint, state text);
create table customers (id bigint primary key);

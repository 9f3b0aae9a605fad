create table orders (id bigint primary key, customer_id bigint references customers);
create index orders_customer_id on orders (customer_id);

create table orders (id bigint primary key, customer_id bigint, state text);
create table customers (id bigint primary key, active boolean);
alter table orders add constraint orders_state_given check (state is not null) not valid;

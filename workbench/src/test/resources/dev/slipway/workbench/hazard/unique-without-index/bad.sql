alter table orders add constraint orders_number_key unique (number);

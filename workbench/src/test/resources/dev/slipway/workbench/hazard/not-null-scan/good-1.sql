alter table orders add constraint orders_state_given check (state is not null) not valid;

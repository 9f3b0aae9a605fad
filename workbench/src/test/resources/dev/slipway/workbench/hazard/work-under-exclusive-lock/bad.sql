alter table customers add column note text;
alter table orders validate constraint orders_state_given;

alter table orders validate constraint orders_state_check;

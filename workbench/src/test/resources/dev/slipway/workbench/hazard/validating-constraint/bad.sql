alter table orders add constraint orders_state_check check (state in ('new', 'paid'));

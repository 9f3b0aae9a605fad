alter table orders alter state set not null;
alter table orders drop constraint orders_state_given;

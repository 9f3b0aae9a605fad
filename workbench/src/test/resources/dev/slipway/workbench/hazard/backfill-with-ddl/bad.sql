alter table orders add column paid boolean;
update orders set paid = state = 'paid';

alter table orders add column gross numeric;

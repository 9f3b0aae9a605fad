alter table orders add column quantity_big bigint;

alter table orders alter quantity type bigint;

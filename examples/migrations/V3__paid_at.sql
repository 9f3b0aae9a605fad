-- compat: contract
alter table orders drop paid;
alter table orders add paid_at timestamptz;

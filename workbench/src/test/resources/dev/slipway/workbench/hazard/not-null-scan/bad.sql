alter table orders alter state set not null;

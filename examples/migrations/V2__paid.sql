alter table orders add paid boolean not null default false;

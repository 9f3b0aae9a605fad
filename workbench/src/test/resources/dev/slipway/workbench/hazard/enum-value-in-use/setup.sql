create type state as enum ('new', 'paid');
create table orders (id bigint primary key, state state not null default 'new');

create table orders (id bigint primary key, note text);
insert into orders values (1, 'fragile');

insert into orders select i, i, 'new' from generate_series(1, 100) i;

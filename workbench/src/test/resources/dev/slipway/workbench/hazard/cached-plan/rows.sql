insert into orders select i, 'x' from generate_series(1, 100) i;

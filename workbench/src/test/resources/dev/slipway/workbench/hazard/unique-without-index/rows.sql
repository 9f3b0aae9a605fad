insert into orders select i, i::text from generate_series(1, 100) i;

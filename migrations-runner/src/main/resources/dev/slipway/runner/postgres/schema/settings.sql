-- What decides how the server words definitions, and how it plans: the same whatever the session has set.
-- pg_temp stands last, or a temporary table could take the place of one of the catalog.
set local search_path = pg_catalog, pg_temp;
set local quote_all_identifiers = off;
set local standard_conforming_strings = on;
set local datestyle = 'ISO, MDY';
set local intervalstyle = postgres;
set local timezone = 'UTC';
set local extra_float_digits = 1;
set local bytea_output = hex;
set local lc_monetary = 'C';
set local xmlbinary = base64;
set local xmloption = content;
set local jit = off;
set local max_parallel_workers_per_gather = 0;

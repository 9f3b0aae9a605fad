-- Extensions without their version, which the server decides, and without plpgsql, which is in every database.
select 0::oid as relation, quote_ident(e.extname) as name, 'schema ' || e.extnamespace::regnamespace as definition
from pg_extension e
where e.extname <> 'plpgsql'

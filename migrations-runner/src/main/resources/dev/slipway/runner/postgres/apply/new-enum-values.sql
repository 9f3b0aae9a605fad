-- Whether a text names a value that the transaction itself has added to an enum: rows of it are not older than it is.
select exists (
  select from pg_catalog.pg_enum
  where pg_catalog.age(xmin) <= 0 and pg_catalog.strpos(?, enumlabel::text) > 0
)

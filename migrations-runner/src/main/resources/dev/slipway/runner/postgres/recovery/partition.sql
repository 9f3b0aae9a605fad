-- 0 it is attached, 1 it is being detached, 2 it is not attached
select case when i.inhrelid is null then 2 when i.inhdetachpending then 1 else 0 end
from (values (pg_catalog.to_regclass(?), pg_catalog.to_regclass(?))) as v (parent, part)
    left join pg_catalog.pg_inherits i on i.inhparent = v.parent and i.inhrelid = v.part

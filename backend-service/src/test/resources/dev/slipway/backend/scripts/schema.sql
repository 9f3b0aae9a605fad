-- Everything in the schema "public" that a script could leave behind, one line each.
select line
from (
    select format('relation %s %s of %s', c.relkind, c.relname, pg_get_userbyid(c.relowner)) as line
    from pg_class c
    where c.relnamespace = 'public'::regnamespace
    union all
    select format('grant %s to %s on %s', acl.privilege_type, pg_get_userbyid(acl.grantee), c.relname)
    from pg_class c,
        aclexplode(coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))) acl
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'S', 'v')
    union all
    select format('column %s %s %s not null %s default %s identity %s comment %s', c.relname, a.attname,
        format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity,
        col_description(c.oid, a.attnum))
    from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
    union all
    select format('constraint %s on %s %s', conname, conrelid::regclass, pg_get_constraintdef(oid))
    from pg_constraint
    where connamespace = 'public'::regnamespace
    union all
    select indexdef from pg_indexes where schemaname = 'public'
    union all
    select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all
    select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
    union all
    select format('type %s', typname) from pg_type where typnamespace = 'public'::regnamespace
) schema
order by line

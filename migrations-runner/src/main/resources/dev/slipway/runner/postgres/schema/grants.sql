-- What each role may do beyond what everybody may do by default, or no longer may. The owner is left out.
-- Where nobody has granted or revoked anything, there is no list.
-- MAINTAIN, which came with version 17, is part of having all other rights on a table.
with object as (
    select case c.relkind when 'S' then 'sequence ' when 'v' then 'view ' when 'm' then 'materialized view '
                          else 'table ' end || n.name || '.' || quote_ident(c.relname) as name,
           c.relowner as owner, c.relacl as acl,
           acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner) as usual
    from pg_class c
    join namespace n on n.oid = c.relnamespace
    where c.relacl is not null
      and c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
      and c.relpersistence <> 't'
      and not exists (select from left_out o where o.classid = 'pg_class'::regclass and o.objid = c.oid)
    union all
    select 'column ' || n.name || '.' || quote_ident(c.relname) || '.' || quote_ident(a.attname),
           c.relowner, a.attacl, acldefault('c', c.relowner)
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join namespace n on n.oid = c.relnamespace
    where a.attacl is not null
      and not a.attisdropped
      and c.relpersistence <> 't'
      and not exists (select from left_out o where o.classid = 'pg_class'::regclass and o.objid = c.oid)
    union all
    select 'function ' || n.name || '.' || quote_ident(p.proname) || '(' || oidvectortypes(p.proargtypes) || ')',
           p.proowner, p.proacl, acldefault('f', p.proowner)
    from pg_proc p
    join namespace n on n.oid = p.pronamespace
    where p.proacl is not null
      and not exists (select from left_out o where o.classid = 'pg_proc'::regclass and o.objid = p.oid)
    union all
    select 'type ' || n.name || '.' || quote_ident(t.typname), t.typowner, t.typacl, acldefault('T', t.typowner)
    from pg_type t
    join namespace n on n.oid = t.typnamespace
    where t.typacl is not null
      and not exists (select from left_out o where o.classid = 'pg_type'::regclass and o.objid = t.oid)
    union all
    -- what everybody may do in public differs by the version that made the database
    select 'schema ' || n.name, s.nspowner, s.nspacl,
           case when n.nspname = 'public'
                then array(select entry from unnest(s.nspacl) as entry where entry::text like '=%')
                else acldefault('n', s.nspowner) end
    from pg_namespace s
    join namespace n on n.oid = s.oid
    where s.nspacl is not null
),
entry as (
    select o.name, a.grantee, a.privilege_type as privilege, bool_or(a.is_grantable) as grantable
    from object o
    cross join aclexplode(o.acl) as a
    where a.grantee <> o.owner
    group by o.name, a.grantee, a.privilege_type
),
actual as (
    select e.name, e.grantee,
           string_agg(e.privilege || case when e.grantable then ' with grant option' else '' end, ', '
                      order by e.privilege collate "C") as privileges
    from entry e
    where not (e.privilege = 'MAINTAIN' and (
        select count(*) = 7
        from entry other
        where other.name = e.name and other.grantee = e.grantee and other.privilege <> 'MAINTAIN'
    ))
    group by e.name, e.grantee
),
usual as (
    select o.name, a.grantee,
           string_agg(a.privilege_type, ', ' order by a.privilege_type collate "C") as privileges
    from object o
    cross join aclexplode(o.usual) as a
    where a.grantee <> o.owner
    group by o.name, a.grantee
)
select 0::oid as relation,
       coalesce(actual.name, usual.name) || ' to '
           || case coalesce(actual.grantee, usual.grantee)
                  when 0 then 'public'
                  else quote_ident(pg_get_userbyid(coalesce(actual.grantee, usual.grantee)))
              end as name,
       coalesce(actual.privileges, 'nothing') as definition
from actual
full join usual on usual.name = actual.name and usual.grantee = actual.grantee
where actual.privileges is distinct from usual.privileges

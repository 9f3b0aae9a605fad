-- Policies of row level security.
select r.oid as relation,
       r.name || '.' || quote_ident(p.polname) as name,
       concat(case when p.polpermissive then 'permissive' else 'restrictive' end,
              case p.polcmd
                  when '*' then ' for all'
                  when 'r' then ' for select'
                  when 'a' then ' for insert'
                  when 'w' then ' for update'
                  when 'd' then ' for delete'
              end,
              ' to ' || (
                  select string_agg(case when role = 0 then 'public' else quote_ident(pg_get_userbyid(role)) end, ', '
                                    order by pg_get_userbyid(role) collate "C")
                  from unnest(p.polroles) as role
              ),
              ' using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
              ' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')'
       ) as definition
from relation r
join pg_policy p on p.polrelid = r.oid

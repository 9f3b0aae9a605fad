-- Publications, which belong to the database, with a line for each table and schema.
select 0::oid as relation,
       quote_ident(p.pubname) as name,
       concat('publish ',
              concat_ws(', ', case when p.pubinsert then 'insert' end, case when p.pubupdate then 'update' end,
                        case when p.pubdelete then 'delete' end, case when p.pubtruncate then 'truncate' end),
              case when p.pubviaroot then ' via partition root' end,
              case to_jsonb(p) ->> 'pubgencols' when 's' then ' with stored generated columns' end,
              case when p.puballtables then ' for all tables' end,
              (
                  select string_agg(E'\n' || member.text, '' order by member.text collate "C")
                  from (
                      select 'schema ' || quote_ident(n.nspname)
                      from pg_publication_namespace s
                      join pg_namespace n on n.oid = s.pnnspid
                      where s.pnpubid = p.oid
                      union all
                      select concat('table ', m.prrelid::regclass,
                                    ' (' || (
                                        select string_agg(quote_ident(a.attname), ', ' order by a.attname collate "C")
                                        from pg_attribute a
                                        where a.attrelid = m.prrelid and a.attnum = any (m.prattrs)
                                    ) || ')',
                                    ' where ' || pg_get_expr(m.prqual, m.prrelid))
                      from pg_publication_rel m
                      where m.prpubid = p.oid
                  ) as member(text)
              )) as definition
from pg_publication p
where not exists (select from left_out o where o.classid = 'pg_publication'::regclass and o.objid = p.oid)

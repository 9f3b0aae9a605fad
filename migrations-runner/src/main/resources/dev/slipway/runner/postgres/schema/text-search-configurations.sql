-- Configurations of the text search, with the dictionaries that each kind of token goes through.
select 0::oid as relation,
       n.name || '.' || quote_ident(c.cfgname) as name,
       concat('parser ', quote_ident(pn.nspname), '.', quote_ident(p.prsname),
              (
                  select string_agg(E'\n' || quote_ident(token.alias) || ': ' || token.dictionaries, ''
                                    order by token.alias collate "C")
                  from (
                      select kind.alias,
                             string_agg(m.mapdict::regdictionary::text, ', ' order by m.mapseqno) as dictionaries
                      from pg_ts_config_map m
                      join ts_token_type(c.cfgparser) as kind on kind.tokid = m.maptokentype
                      where m.mapcfg = c.oid
                      group by kind.alias
                  ) as token
              )) as definition
from pg_ts_config c
join namespace n on n.oid = c.cfgnamespace
join pg_ts_parser p on p.oid = c.cfgparser
join pg_namespace pn on pn.oid = p.prsnamespace
where not exists (select from left_out o where o.classid = 'pg_ts_config'::regclass and o.objid = c.oid)

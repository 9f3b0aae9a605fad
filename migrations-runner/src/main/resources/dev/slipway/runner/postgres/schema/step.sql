select 'relation' as what, t.oid as relation, '' as name, '' as definition from touched t
union all
-- where the server does not count, all may have been written
select 'catalog', 0, w.oid::text, ''
from written w
where current_setting('track_counts') = 'off'
   or case w.oid
          -- a new table brings a type of its rows, and one of arrays of these
          when 'pg_type'::regclass then w.changed > 0 or w.inserted > 2 * (
              select count(*)
              from class c
              join pg_type y on y.oid = c.reltype
              where c.relkind <> 'c' and y.xmin = pg_current_xact_id_if_assigned()::xid
          )
          -- those of domains that users made, which have higher numbers
          when 'pg_constraint'::regclass then
              w.changed > 0 or w.inserted > 0 and exists (select from pg_constraint where contypid >= 16384)
          else w.changed + w.inserted > 0
      end
union all
-- the attributes of a composite type
select 'catalog', 0, 'pg_type', '' from class c where c.relkind = 'c'
union all
-- a function can have queries on a table as well
select 'catalog', 0, 'pg_proc', '' from dependent d where d.classid = 'pg_proc'::regclass
union all
select 'related', 0, '', ''
from class c
where c.relkind in ('v', 'm')
   or c.relhastriggers and exists (
       select from pg_trigger g where g.tgrelid = c.oid and (not g.tgisinternal or g.tgparentid <> 0)
   )
   or c.relhasrules and exists (select from pg_rewrite w where w.ev_class = c.oid)
   or exists (select from pg_policy p where p.polrelid = c.oid)
union all
select 'not plain', 0, '', ''
from few
where not few.are or exists (
    select
    from relation r
    join class c on c.oid = r.oid
    where c.relkind = 'f'
       or c.relispartition
       or c.relreplident = 'i'
       or c.relam not in (0, 2)
       or c.reloptions is not null
       or exists (select from pg_class t where t.oid = c.reltoastrelid and t.reloptions is not null)
       or exists (select from pg_inherits h where h.inhrelid = c.oid)
       or c.relkind = 'S' and not exists (select from owned_sequence o where o.oid = c.oid)
       -- no option that counts begins so
       or exists (
           select
           from pg_attribute a
           where a.attrelid = c.oid and exists (select from unnest(a.attoptions) as option where option !~ '^pg_')
       )
       or exists (
           select
           from pg_constraint k
           where k.conrelid = c.oid and k.contype = 'n' and (k.connoinherit or not k.convalidated)
       )
       or c.relhastriggers and exists (
           select from pg_trigger g where g.tgrelid = c.oid and g.tgisinternal and g.tgenabled = 'D'
       )
       or c.relhasindex and exists (
           select
           from pg_index i
           join pg_class x on x.oid = i.indexrelid
           where i.indrelid = c.oid
             and (
                 x.reloptions is not null
                 or exists (
                     select
                     from pg_attribute a
                     where a.attrelid = x.oid and (a.attoptions is not null or a.attstattarget >= 0)
                 )
             )
       )
)
union all

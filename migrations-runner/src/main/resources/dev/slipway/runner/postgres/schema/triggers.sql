-- Triggers. Those that partitions inherit count only where they are enabled in another way.
select r.oid as relation,
       r.name || '.' || quote_ident(t.tgname) as name,
       concat(pg_get_triggerdef(t.oid), case t.tgenabled
           when 'D' then ' disabled'
           when 'R' then ' enabled on replicas'
           when 'A' then ' enabled always'
       end) as definition
from relation r
join pg_trigger t on t.tgrelid = r.oid
left join pg_trigger parent on parent.oid = t.tgparentid
where case when t.tgparentid = 0 then not t.tgisinternal else t.tgenabled <> parent.tgenabled end

-- Functions whose comment says that they are those of a bridge, and the triggers that run them, those of partitions too.
select p.oid::bigint,
       p.oid::regprocedure::text,
       d.description,
       t.tgname,
       quote_ident(t.tgname),
       case when c.oid is not null then format('%I.%I', n.nspname, c.relname) end,
       t.tgparentid = 0,
       t.tgtype & 3 = 3 and t.tgtype & 4 > 0,
       t.tgtype & 3 = 3 and t.tgtype & 16 > 0 and t.tgattr = '',
       t.tgenabled in ('O', 'A'),
       p.prosrc
from pg_proc p
join pg_description d on d.objoid = p.oid and d.classoid = 'pg_proc'::regclass and d.objsubid = 0
left join pg_trigger t on t.tgfoid = p.oid
left join pg_class c on c.oid = t.tgrelid
left join pg_namespace n on n.oid = c.relnamespace
where d.description like 'bridge: %' and p.prorettype = 'trigger'::regtype
order by p.oid::regprocedure::text, t.tgparentid <> 0, n.nspname, c.relname, t.tgname

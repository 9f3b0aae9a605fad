-- The triggers of a table, in the words that their author would use, and what their functions are made of.
select t.tgname,
       t.tgenabled::text,
       replace(pg_get_triggerdef(t.oid, true), 'CREATE TRIGGER ' || quote_ident(t.tgname) || ' ', ''),
       p.oid::regprocedure::text,
       md5(btrim(regexp_replace(p.prosrc, '\s+', ' ', 'g')))
from pg_trigger t
join pg_proc p on p.oid = t.tgfoid
where t.tgrelid = ? and not t.tgisinternal

-- What a role lacks to work with a table; a right may be given on the table, or on each column alone.
select n.nspname,
       has_schema_privilege(r.oid, n.oid, 'usage'),
       pg_has_role(r.oid, c.relowner, 'usage'),
       array(
           select needed.word
           from unnest(wanted.rights) with ordinality as needed (word, number)
           where not has_table_privilege(r.oid, c.oid, needed.word)
               and (
                   needed.word = 'delete'
                   or not coalesce(
                       (
                           select bool_and(has_column_privilege(r.oid, c.oid, a.attnum, needed.word))
                           from pg_attribute a
                           where a.attrelid = c.oid and a.attname = any(wanted.columns) and not a.attisdropped
                       ),
                       false
                   )
               )
           order by needed.number
       )::text[],
       array(
           -- the sequence of a default; that of an identity column needs no right
           select s.oid::regclass::text
           from pg_attrdef d
           join pg_depend on classid = 'pg_attrdef'::regclass and objid = d.oid and refclassid = 'pg_class'::regclass
           join pg_class s on s.oid = refobjid
           where d.adrelid = c.oid and 'insert' = any(wanted.rights)
               -- a case, because the planner may ask for the right before it knows that there is a sequence
               and case when s.relkind = 'S' then not has_sequence_privilege(r.oid, s.oid, 'usage, update') end
           order by 1
       )::text[]
from (select ?::oid as relation, ?::text as role, ?::text[] as rights, ?::text[] as columns) wanted
join pg_class c on c.oid = wanted.relation
join pg_namespace n on n.oid = c.relnamespace
join pg_roles r on r.rolname = wanted.role

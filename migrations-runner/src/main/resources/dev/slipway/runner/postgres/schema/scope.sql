-- What the queries of all kinds build on: the schemas that count, what in them does not, and the relations, which tables, views and sequences are.
with given(ignored_schemas, ignored_tables) as (
    select ${ignored_schemas}::name[], ${ignored_tables}::text[]
),
${known_options},
known as materialized (
    select k.owner, array_agg(name) as names
    from known_option k
    cross join unnest(k.names) as name
    where k.since <= current_setting('server_version_num')::int / 10000
    group by k.owner
),
namespace as (
    select n.oid, n.nspname, quote_ident(n.nspname) as name
    from pg_namespace n, given
    where n.nspname !~ '^pg_'
      and n.nspname <> 'information_schema'
      and n.nspname <> all (given.ignored_schemas)
      and ${counts: n.oid}
),
left_out as materialized (
    -- the members of extensions
    select d.classid, d.objid
    from pg_depend d
    where d.refclassid = 'pg_extension'::regclass
      and d.deptype = 'e'
    union all
    select 'pg_class'::regclass, c.oid
    from pg_class c
    where c.relname in (${own_tables}) and ${counts: c.relnamespace}
    union all
    select 'pg_class'::regclass, c.oid
    from given
    cross join unnest(given.ignored_tables) as ignored(name)
    cross join parse_ident(ignored.name) as part
    join pg_namespace n on n.nspname = part[1]
    join pg_class c on c.relnamespace = n.oid and c.relname = part[2]
),
any_relation as ${inlined} (
    select c.oid, c.relname, c.relkind, n.name || '.' || quote_ident(c.relname) as name
    from pg_class c
    join namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
      and c.relpersistence <> 't'
      and ${within: pg_class c.oid}
      and not exists (
          select from left_out o where o.classid = 'pg_class'::regclass and o.objid = c.oid
      )
),
relation as materialized (
    select r.* from any_relation r ${only}
),
-- what has options of its own: relations, their TOAST tables and their indexes
option_holder as materialized (
    select r.oid from relation r
    union all
    select c.reltoastrelid from relation r join pg_class c on c.oid = r.oid where c.reltoastrelid <> 0
    union all
    select i.indexrelid from relation r join pg_index i on i.indrelid = r.oid
),
-- all options there are: those of relations with the number 0, and those of columns
stored_option as (
    select c.oid as relation, 0::int2 as attnum, c.reloptions as options,
           case c.relkind when 't' then 'toast' when 'v' then 'view' when 'p' then 'partitioned' else m.amname end as owner,
           m.oid >= 16384 as of_extension
    from option_holder h
    join pg_class c on c.oid = h.oid
    left join pg_am m on m.oid = c.relam
    where c.reloptions is not null
    union all
    select a.attrelid, a.attnum, a.attoptions, case when i.indexrelid is null then 'column' else 'operator class' end,
           i.indclass[a.attnum - 1] >= 16384
    from option_holder h
    cross join lateral (
        -- by the index: so few have options that the server would rather read all columns there are
        select a.* from pg_attribute a where a.attrelid = h.oid and a.attoptions is not null offset 0
    ) as a
    left join pg_index i on i.indexrelid = a.attrelid
),
-- what an extension brought has options of its own, which do not start as those of the server do
option as materialized (
    select s.relation, s.attnum, sorted.known, sorted.unknown
    from stored_option s
    left join known k on k.owner = s.owner
    cross join lateral (
        select string_agg(o.text, ', ' order by o.text collate "C") filter (where o.counts) as known,
               array_agg(o.text order by o.text collate "C") filter (where not o.counts) as unknown
        from (
            select text,
                   split_part(text, '=', 1) = any (coalesce(k.names, '{}'))
                       or coalesce(s.of_extension, false) and text !~ '^pg_' as counts
            from unnest(s.options) as text
        ) as o
    ) as sorted
),
${sequences},
-- what the server itself brings has lower numbers
comment as materialized (
    select d.classoid, d.objoid, d.objsubid, d.description
    from pg_description d
    where d.objoid >= 16384 and ${belongs: d.objoid}
),
-- NOT NULL is a constraint only from version 18 on; what is special about one belongs to the column
special_not_null as materialized (
    select k.conrelid as relation, k.conkey[1] as attnum, k.connoinherit, k.convalidated
    from relation r
    join pg_constraint k on k.conrelid = r.oid
    where k.contype = 'n' and (k.connoinherit or not k.convalidated)
),
-- of each index that has options that are not known: those options, and its usual operator classes, as patterns.
-- By index, since to look for them index by index takes time with the square of their number.
noise as materialized (
    select i.indexrelid as index,
           string_agg(distinct regexp_replace(
               quote_ident(name) || '=' || case when quote_ident(value) = value then value else quote_literal(value) end,
               '([][().*+?^$|\\{}])', '\\\1', 'g'), '|') as options,
           string_agg(distinct quote_ident(class.opcname), '|') as usual_classes
    from option o
    join pg_index i on i.indexrelid = o.relation
    cross join unnest(o.unknown) as text
    cross join lateral (
        select split_part(text, '=', 1) as name, substr(text, strpos(text, '=') + 1) as value
    ) as part
    left join pg_attribute a on a.attrelid = o.relation and a.attnum = o.attnum
    left join pg_attribute key on key.attrelid = i.indrelid and key.attnum = i.indkey[a.attnum - 1] and key.attnum <> 0
    left join pg_opclass class
      on class.oid = i.indclass[a.attnum - 1]
     and class.opcdefault
     and not exists (
         select
         from pg_opclass other
         where other.opcmethod = class.opcmethod
           and other.opcdefault
           and other.oid <> class.oid
           and other.opcintype = coalesce(key.atttypid, a.atttypid)
     )
    group by i.indexrelid
),
-- what indexes are, or the constraints they keep up. The server words it with all options, so those that are not known
-- are taken out of the text, together with the name of an operator class that is given only because it has some.
index_definition as materialized (
    select i.indexrelid as oid,
           case when noise.options is null then coalesce(pg_get_constraintdef(k.oid), pg_get_indexdef(i.indexrelid))
                else regexp_replace(
                    regexp_replace(
                        regexp_replace(
                            regexp_replace(coalesce(pg_get_constraintdef(k.oid), pg_get_indexdef(i.indexrelid)),
                                           '(, )?(' || noise.options || ')(?=[,)])', '', 'g'),
                            '\((, )+', '(', 'g'),
                        '( WITH' || coalesce('| (\S+\.)?(' || noise.usual_classes || ')', '') || ') \(\)', '', 'g'),
                    '(_ops) \(\)', '\1', 'g')
           end as definition,
           (
               select string_agg(' column ' || a.attnum || ' statistics ' || a.attstattarget, '' order by a.attnum)
               from pg_attribute a
               where a.attrelid = i.indexrelid and a.attstattarget >= 0
           ) as statistics
    from relation r
    join pg_index i on i.indrelid = r.oid
    left join pg_constraint k
      on k.conrelid = i.indrelid and k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
    left join noise on noise.index = i.indexrelid
),
constraint_definition(index, definition) as not materialized (
    select d.oid, d.definition from index_definition d
),
-- what few tables have
table_detail as ${inlined} (
    select r.oid as relation,
           case when c.relispartition then ' partition of ' else ' inherits ' end || parent.names as parents,
           ' using ' || quote_ident(m.amname) as method,
           concat(' with (' || option.known || ')',
                  ' with (toast.' || replace(toast.known, ', ', ', toast.') || ')') as options,
           case when c.relreplident = 'i' then ' replica identity using index ' || (
               select quote_ident(ic.relname)
               from pg_index i
               join pg_class ic on ic.oid = i.indexrelid
               where i.indrelid = c.oid and i.indisreplident
           ) end as replica_identity,
           ' disabled triggers of ' || off.constraints as disabled_triggers,
           ' server ' || quote_ident(s.srvname) || coalesce(
               ' options (' || (select string_agg(o, ', ' order by o collate "C") from unnest(f.ftoptions) as o) || ')',
               '') as server
    from relation r
    join pg_class c on c.oid = r.oid
    left join lateral (
        select string_agg(i.inhparent::regclass::text, ', ' order by i.inhseqno) as names
        from pg_inherits i
        where i.inhrelid = r.oid
    ) as parent on true
    left join lateral (
        -- what keeps a constraint up can be disabled with all other triggers of a table, on both tables of a foreign key
        select string_agg(kept.by, ', ' order by kept.by collate "C") as constraints
        from (
            select distinct case
                       when k.conrelid = r.oid then 'constraint ' || quote_ident(k.conname)
                       else 'foreign keys of ' || k.conrelid::regclass
                   end
            from pg_trigger t
            join pg_constraint k on k.oid = t.tgconstraint
            where t.tgrelid = r.oid and t.tgisinternal and t.tgenabled = 'D'
        ) as kept(by)
    ) as off on true
    left join pg_am m on m.oid = c.relam and m.amname <> 'heap'
    left join option on option.relation = r.oid and option.attnum = 0
    left join option toast on toast.relation = c.reltoastrelid and toast.attnum = 0
    left join pg_foreign_table f on f.ftrelid = c.oid
    left join pg_foreign_server s on s.oid = f.ftserver
    where r.relkind in ('r', 'p', 'f')
)

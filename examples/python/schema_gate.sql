with needed as (select string_to_array(regexp_replace(%(revision)s, '(\.0+)+$', ''), '.')::numeric[] as version),
revisions as (select string_to_array(regexp_replace(translate(version, '_', '.'), '(\.0+)+$', ''), '.')::numeric[] as version,
    installed_rank, type, success from flyway_schema_history where version is not null and type <> 'SCHEMA'),
latest as (select distinct on (version) version, type, success, success and (type = 'DELETE' or starts_with(type, 'UNDO_')) as undone
    from revisions order by version, installed_rank desc),
contracts as (select string_to_array(regexp_replace(translate(trim(c), '_', '.'), '(\.0+)+$', ''), '.')::numeric[] as version from string_to_table(
    substring(obj_description('flyway_schema_history'::regclass) from 'slipway contract: ([0-9._, ]*[0-9])'), ',') as c)
select case when bool_or(not success and not undone and l.version <= n.version) then 'failed'
    when exists (select from contracts c where c.version > n.version
        and c.version <= (select max(version) from latest
            where not undone and (success or version in (select version from contracts)))
        and c.version not in (select version from latest where undone)) then 'ahead'
    when bool_or(success and not undone and (l.version = n.version
        or (type = 'INIT' or right(type, 8) = 'BASELINE') and l.version >= n.version)) then 'open'
    else 'behind' end from needed n left join latest l on true group by n.version

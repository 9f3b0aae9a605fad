-- What stands of repeatable scripts that ran as they are: a version may drop or replace it, another of them drop it.
with script(description, checksum, text) as (
    values
${scripts}
), ran as (
    select script.description, script.text
    from script
    where (
        select last.success and last.type <> 'DELETE' and last.checksum = script.checksum
        from ${history} last
        where last.version is null and last.description = script.description
        order by last.installed_rank desc limit 1
    )
), standing as (
${standing}
)
select count(*) > 0 as slipway_watches, coalesce(jsonb_agg(jsonb_build_object(
        'description', ran.description, 'kind', standing.kind, 'identity', standing.identity, 'name', standing.name,
        'state', standing.state)), '[]') as slipway_watched
from ran
join standing on ran.text ~* concat(
    '(?<![\w$])', regexp_replace(replace(standing.name, '"', '""'), '([^[:alnum:]_])', '\\\1', 'g'), '(?![\w$])')
\gset

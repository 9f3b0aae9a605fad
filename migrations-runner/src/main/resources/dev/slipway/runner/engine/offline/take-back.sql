with watched as (
    select * from jsonb_to_recordset(:'slipway_watched')
        as watched(description text, kind text, identity text, name text, state text)
), standing as (
${standing}
), touched as (
    select watched.description
    from watched
    where not exists (
        select from standing
        where standing.kind = watched.kind and standing.identity = watched.identity
          and (standing.state = watched.state or not :slipway_replaced_counts)
    )
), last as (
    select distinct on (description) * from ${history}
    where version is null order by description, installed_rank desc
), written as (
    insert into ${history}
        (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
    select :slipway_last + row_number() over (order by installed_rank), null, description, 'DELETE', script, checksum,
        current_user, 0, true
    from last
    where success and type <> 'DELETE' and ${locked} and description in (select description from touched)
    returning installed_rank, script
)
select coalesce(max(installed_rank), :slipway_last) as slipway_last, count(*) > 0 as slipway_repeats,
    coalesce(string_agg(script, ', ' order by installed_rank), '') as slipway_again
from written

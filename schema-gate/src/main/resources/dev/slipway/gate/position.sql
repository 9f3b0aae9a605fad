-- One row: the schema's position, and how it stands to the revision that the parameter requires.
with parameter as (
    select string_to_array(regexp_replace(?, '(\.0+)+$', ''), '.')::numeric[] as required
),
revisions as (
    -- 7 and 07.0 are one version; that of the schema itself, which old Flyways made 0, is none
    select
        string_to_array(regexp_replace(translate(version, '_', '.'), '(\.0+)+$', ''), '.')::numeric[] as version,
        installed_rank, script, type, success
    from flyway_schema_history
    where version is not null and type <> 'SCHEMA'
),
latest as (
    -- what the history says last about each version
    select distinct on (version) version, script, type, success
    from revisions
    order by version, installed_rank desc
),
undone as (
    -- what undoes takes the version back, whichever tool ran it
    select version from latest where success and (type = 'DELETE' or starts_with(type, 'UNDO_'))
),
contracts as (
    -- the runner notes in the table's comment which revisions older services cannot run on; 8 and 8.0 are one version
    select string_to_array(regexp_replace(translate(trim(version), '_', '.'), '(\.0+)+$', ''), '.')::numeric[] as version
    from regexp_split_to_table(
        substring(obj_description('flyway_schema_history'::regclass) from 'slipway contract: ([0-9._, ]*[0-9])'), ',') as version
),
standing as (
    -- a script under way that runs without a transaction is no success yet; above what is required, nobody needs it
    select
        -- a contract may have taken something away as soon as it begins, and until it is wholly taken back
        max(version) filter (where success or version in (select version from contracts)) as position,
        min(script) filter (where not success and version <= required) as failed,
        -- a higher version alone does not do: it may be on another branch; a baseline stands for all below it
        bool_or(success and (version = required
            or (type = 'INIT' or type like '%BASELINE') and version >= required)) as reached
    from latest, parameter
    where version not in (select version from undone)
)
select
    array_to_string(position, '.') as position,
    failed,
    coalesce(reached, false) as reached,
    (
        -- what was taken back, by whichever tool, took nothing away
        select array_to_string(min(version), '.')
        from contracts
        where version > required and version <= position and version not in (select version from undone)
    ) as contract
from standing, parameter

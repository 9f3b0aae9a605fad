-- The guard: the database has to be exactly where this script begins.
do $slipway$
declare
    applied constant text[] := '{${applied}}';
    others constant text[] := '{${others}}';
    undone constant text[] := '{${undone}}';
    begun constant text[] := '{${begun}}';
    repeated constant text[] := array[${repeated}]::text[];
    history constant regclass := to_regclass(format('%I.%I', current_setting('slipway.schema'), ${table}));
    relations name[];
    lacking text;
    beyond text;
    unfinished text;
    ready text;
begin
    if history is null and applied <> '{}' then
        raise exception using
            message = 'the database has no history, and this script begins at ${from}',
            hint = 'nothing was changed; make a script that begins at base';
    end if;
    if history is null then
        relations := array(
${relations}
        );
        if relations <> '{}' then
            raise exception using
                message = 'the database has tables but no history',
                detail = 'found: ' || array_to_string(relations[1:10], ', '),
                hint = 'nothing was changed; if these tables were made by the scripts, let `slipway '
                    'adopt` find out how far; else use an empty database or another schema';
        end if;
        return;
    end if;
    execute format($query$
        with history as (
            select *, string_to_array(regexp_replace(replace(version, '_', '.'), '(\.0+)+$', ''), '.')::numeric[] as key
            from %s
        ), versions as (
            select * from (
                select distinct on (key) * from history where key is not null order by key, installed_rank desc
            ) as last
            where not (type = 'DELETE' and success)
        ), repeats as (
            select * from (
                select distinct on (description) * from history where key is null
                order by description, installed_rank desc
            ) as last
            where type <> 'DELETE'
        ), baseline as (
            select max(key) as key from versions where success and type in ('BASELINE', 'SQL_BASELINE')
        ), known as (
            select *, string_to_array(regexp_replace(version, '(\.0+)+$', ''), '.')::numeric[] as key
            from (
                select version, true as wanted from unnest($1) as version
                union all
                select version, false from unnest($2) as version
            ) as revisions
        ), revisions as (
            select version, key, wanted,
                   exists (select from versions v where v.success and v.key = known.key) as recorded,
                   exists (
                       select from versions v where v.key = known.key and v.type not in ('BASELINE', 'SQL_BASELINE')
                   ) as scripted,
                   coalesce(known.key <= (select key from baseline), false) as covered
            from known
        )
        select
            (
                select string_agg(version || case when covered then ' (part of the baseline)' else '' end, ', ' order by key)
                from revisions
                where wanted and (not (recorded or covered) or (version = any ($3) and not scripted))
            ),
            (
                select string_agg(version, ', ' order by key) from (
                    select version, key from revisions where not wanted and (recorded or covered)
                    union all
                    select version, key from versions
                    where success and key not in (select key from known)
                      and coalesce(key > (select key from baseline), true)
                ) as more
            ),
            (
                select string_agg(script, ', ' order by installed_rank)
                from (select * from versions union all select * from repeats) as last
                where not success and format('%%s:%%s', installed_rank, checksum) <> all ($4)
            ),
            (
                select string_agg(script, ', ' order by installed_rank) from repeats
                where success and format('%%s:%%s', checksum, description) = any ($5)
            )
    $query$, history) using applied, others, undone, begun, repeated into lacking, beyond, unfinished, ready;
    if unfinished <> '' then
        raise exception using
            message = 'a script was begun and has not come to its end: ' || unfinished,
            hint = 'nothing was changed; finish it with `slipway upgrade` or `slipway downgrade`';
    end if;
    if lacking <> '' or beyond <> '' then
        raise exception using
            message = 'the database is not at ${from}, where this script begins',
            detail = concat_ws('; ', 'it lacks ' || lacking, 'it has ' || beyond || ' beyond that'),
            hint = 'nothing was changed; if this script was run before, there is nothing left to do, '
                'else `slipway plan` makes a script for this database';
    end if;
    if ready <> '' then
        raise exception using
            message = 'this script was run before: ' || ready || ' is applied',
            hint = 'nothing was changed, and there is nothing left to do';
    end if;
end
$slipway$;

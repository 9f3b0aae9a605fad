-- The lock, by Flyway's rule: one runner works at a time. Nobody waits for it in the server, where a waiting statement
-- would hold up CREATE INDEX CONCURRENTLY.
do $slipway$
declare
    name constant text := format('"%s"."%s"',
        replace(current_setting('slipway.schema'), '"', '""'), replace(${table}, '"', '""'));
    hash bigint := 0;
    key bigint;
    code int;
begin
    if now() <> statement_timestamp() then
        raise exception 'this script has transactions of its own' using hint = 'run it without --single-transaction';
    end if;
    for i in 1 .. length(name) loop
        code := ascii(substr(name, i, 1));
        if code > 65535 then
            hash := (hash * 31 + 55232 + (code >> 10)) & 4294967295;
            code := 56320 + (code & 1023);
        end if;
        hash := (hash * 31 + code) & 4294967295;
    end loop;
    key := ${flyway} + case when hash > 2147483647 then hash - 4294967296 else hash end;
    perform set_config('slipway.lock_key', key::text, false);
    if not pg_try_advisory_lock(key) then
        raise exception using
            message = 'another runner holds the lock',
            detail = coalesce((
                select format('holder: %s, process %s', coalesce(nullif(a.application_name, ''), a.usename), a.pid)
                from pg_locks l join pg_stat_activity a on a.pid = l.pid
                where l.locktype = 'advisory' and l.granted and l.objsubid = 1
                  and l.database = (select oid from pg_database where datname = current_database())
                  and (l.classid::bigint << 32) | l.objid::bigint = key
                limit 1), 'it let go at this moment'),
            hint = 'nothing was changed; run it again when the other has ended';
    end if;
end
$slipway$;
select current_setting('slipway.lock_key') as slipway_key \gset

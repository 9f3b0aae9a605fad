#!/usr/bin/env bash
# Tries the pending scripts on two copies of the database: one of its schema, without rows, and one with its rows. Each goes
# up, the model is verified, down, up again. The second is restored from a fresh backup, so that this tries the backup as
# well. Both are dropped afterwards.
# shellcheck source-path=SCRIPTDIR source=functions.sh
. "$(dirname "$0")/functions.sh"

superuser() {
    docker exec -i "$postgres" psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username postgres "$@"
}

dump() {
    docker exec "$postgres" pg_dump --username postgres "$@" @id@
}

drop_copy() {
    superuser --command 'drop database if exists @id@_copy with (force)' postgres
    rm -rf backups/copy
}

empty_copy() {
    drop_copy
    superuser --command 'create database @id@_copy owner @id@_owner' postgres
}

# What Slipway keeps there is copied with its rows: the copy is at the same revision.
copy_schema() {
    dump --schema-only
    [[ -z $before ]] || dump --data-only --table '*.flyway_schema_history*'
}

try_scripts() {
    say "up"
    slipway upgrade
    slipway verify-model
    # the same on both copies
    [[ -n $after ]] || after=$(position)
    if [[ $after != "$before" ]]; then
        say "down to ${before:-base}"
        slipway downgrade "${before:-base}" --yes
        say "up again"
        slipway upgrade
    fi
}

say "build the images of the scripts"
"${compose[@]}" --profile tools build slipway
before=$(position) after=''
postgres=$("${compose[@]}" ps --quiet postgres)
trap drop_copy EXIT
say "a copy without rows"
empty_copy
copy_schema | superuser --output /dev/null @id@_copy
database=@id@_copy
try_scripts
say "a copy with rows"
database=@id@
empty_copy
slipway backup --backups /backups/copy
database=@id@_copy
slipway restore "$(printf '/%s' backups/copy/*)"
try_scripts
say "done: the scripts run on a copy of the schema and on a copy of the database"

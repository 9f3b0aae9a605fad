#!/usr/bin/env bash
# Tries the pending scripts on a copy of the database, with its rows: up, the model verified, down, up again. The copy is
# restored from a fresh backup, so that this tries the backup as well, and is dropped afterwards.
# shellcheck source-path=SCRIPTDIR source=functions.sh
. "$(dirname "$0")/functions.sh"

superuser() {
    "${compose[@]}" exec -T postgres psql --no-psqlrc --quiet --username postgres --command "$1" postgres
}

drop_copy() {
    superuser 'drop database if exists @id@_copy with (force)'
    rm -rf backups/copy
}

say "build the images of the scripts"
"${compose[@]}" --profile tools build slipway
say "a copy of the database"
before=$(position)
drop_copy
trap drop_copy EXIT
slipway backup --backups /backups/copy
superuser 'create database @id@_copy owner @id@_owner'
database=@id@_copy
slipway restore "$(printf '/%s' backups/copy/*)"
say "up"
slipway upgrade
slipway verify-model
if [[ $before != "$(position)" ]]; then
    say "down to ${before:-base}"
    slipway downgrade "${before:-base}" --yes
    say "up again"
    slipway upgrade
fi
say "done: the scripts run on a copy of the database"

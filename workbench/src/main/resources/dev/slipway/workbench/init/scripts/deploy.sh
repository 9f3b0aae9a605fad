#!/usr/bin/env bash
# Brings the images that are there into service: what will run, a backup, upgrade, the model verified, restart, health.
# If it fails, the service that runs is left as it is, unless the last step was reached.
# shellcheck source-path=SCRIPTDIR source=functions.sh
. "$(dirname "$0")/functions.sh"

latest=$(scripts_in @name@-migrations:latest)
client=$(scripts_in @name@-migrations:client)
if [[ -n $latest && -n $client && $latest != "$client" ]]; then
    say "failed: @name@-migrations:latest and :client hold different scripts, build both: ${compose[*]} --profile tools build"
    exit 1
fi

say "what will run"
slipway plan --format markdown
say "backup and upgrade"
slipway upgrade --backup always --keep-backups "${KEEP_BACKUPS:-7}"
say "verify the model"
slipway verify-model
say "restart $service"
"${compose[@]}" up --detach --no-build "$service"
healthy || { say "failed: $service is not well: ${compose[*]} logs $service"; exit 1; }
say "done: $service is well, the database is at $(position)"

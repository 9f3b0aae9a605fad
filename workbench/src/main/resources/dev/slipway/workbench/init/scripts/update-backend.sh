#!/usr/bin/env bash
# Rebuilds the images and deploys them (scripts/deploy.sh). If that fails, the images from before run again, on the schema
# as it is if they can: older services run on it unless a script that was applied says `compat: contract`.
# shellcheck source-path=SCRIPTDIR source=functions.sh
. "$(dirname "$0")/functions.sh"

images=(@name@-migrations:latest "$(setting SERVICE_IMAGE)")
before=()
for image in "${images[@]}"; do
    before+=("$(docker image inspect --format '{{.Id}}' "$image" 2>/dev/null || true)")
done

images_back() {
    local i
    say "back to the images from before"
    for i in "${!images[@]}"; do
        [[ -z ${before[i]} ]] || docker tag "${before[i]}" "${images[i]}"
    done
}

back() {
    local now
    images_back
    # without a model: the one that .env names is the newer one's, and may not be in the images from before
    if SLIPWAY_MODEL=none "${compose[@]}" up --detach --no-build "$service" && healthy; then
        now=$(position) || now='a revision that cannot be read'
        say "failed: $service runs as before, the database is at ${now:-no revision}"
    elif now=$(position) && [[ $now != "$revision" ]]; then
        say "failed: $service does not run on this schema; go back: scripts/rollback.sh --schema ${revision:-base}"
    else
        say "failed: $service is not well on the images from before either, and the schema is as before:" \
            "${compose[*]} logs $service"
    fi
    exit 1
}

say "rebuild"
"${compose[@]}" --profile tools build
say "start PostgreSQL"
"${compose[@]}" up --detach --no-build postgres
if ! revision=$(position); then
    images_back
    say "failed: the database cannot be read, nothing was deployed"
    exit 1
fi
scripts/deploy.sh || back

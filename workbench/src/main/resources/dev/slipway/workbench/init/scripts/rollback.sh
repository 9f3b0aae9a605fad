#!/usr/bin/env bash
# Takes back the service, the schema, or both:
#     scripts/rollback.sh --service registry.example.org/app:1.1       the schema stays
#     scripts/rollback.sh --schema 7 [--yes]                           to revision 7; asks, and tells what is lost
#     scripts/rollback.sh --service registry.example.org/app:1.1 --schema 7
# The service alone is enough unless one of the newer scripts says `compat: contract`. What was taken back is not applied
# again by `up`: SLIPWAY_TARGET in .env is the revision, until you take the line out. Nor is a model of what was taken back
# asked for: the line with SLIPWAY_MODEL becomes a comment.
# shellcheck source-path=SCRIPTDIR source=functions.sh
. "$(dirname "$0")/functions.sh"

usage() {
    sed -n 's/^#  *scripts/scripts/p' "$0" >&2
    exit 2
}

image='' revision='' yes=()
while (($# > 0)); do
    case $1 in
        --service) (($# > 1)) || usage; image=$2; shift 2 ;;
        --schema) (($# > 1)) || usage; revision=$2; shift 2 ;;
        --yes) yes=(--yes); shift ;;
        *) usage ;;
    esac
done
[[ -n $image$revision ]] || usage
[[ -z $image ]] || docker image inspect "$image" >/dev/null 2>&1 || docker pull "$image" ||
    { say "failed: there is no image $image, nothing was changed"; exit 1; }

if [[ -n $revision ]]; then
    slipway downgrade "$revision" --sql >/dev/null || { say "failed: nothing was changed"; exit 1; }
    say "backup"
    slipway backup --keep-backups "${KEEP_BACKUPS:-7}"
    say "stop $service, and take the schema back to $revision"
    "${compose[@]}" stop "$service"
    slipway downgrade "$revision" "${yes[@]}" ||
        { "${compose[@]}" start "$service"; say "failed: nothing was taken back, $service runs as before"; exit 1; }
    set_setting SLIPWAY_TARGET "$revision"
    sed -i.old 's/^SLIPWAY_MODEL=/# when the mended version is there: &/' .env
    rm .env.old
fi
[[ -z $image ]] || set_setting SERVICE_IMAGE "$image"
say "start $service"
"${compose[@]}" up --detach --no-build "$service"
healthy || {
    say "failed: $service is not well: ${compose[*]} logs $service"
    say "a version from before a revision that says \`compat: contract\` needs the schema of its time as well: --schema"
    exit 1
}
[[ -z $image ]] ||
    say "SERVICE_IMAGE in .env is $image: write the name of the mended version there before you build that"
say "done: $service is well, the database is at $(position)"

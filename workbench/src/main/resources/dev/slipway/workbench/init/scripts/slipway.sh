#!/usr/bin/env bash
# Any command of Slipway, on the database of compose:
#     scripts/slipway.sh history
#     scripts/slipway.sh revision -m "add phone"
#     scripts/slipway.sh backup
# shellcheck source-path=SCRIPTDIR source=functions.sh
. "$(dirname "$0")/functions.sh"

case ${1:-} in
    # what writes scripts writes them into the project, not into the container
    revision | merge | renumber)
        "${compose[@]}" run --rm -T --user "$(id -u):$(id -g)" --volume "$PWD/migrations:/migrations" slipway "$@"
        ;;
    *) slipway "$@" ;;
esac

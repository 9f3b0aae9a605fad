# shellcheck shell=bash
# What the scripts beside this one share. They need bash, docker with compose, and curl if HEALTH_URL is set in .env.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
service=@name@
database=@id@

if docker compose version >/dev/null 2>&1; then
    compose=(docker compose)
else
    compose=(docker-compose)
fi

say() {
    printf '== %s\n' "$*"
}

# Any command of Slipway in a container that has PostgreSQL's client too. Backups are written to ./backups.
slipway() {
    local options=(--rm --user "$(id -u):$(id -g)" -e "DATABASE_URL=postgresql://postgres:5432/$database")
    [[ -t 0 && -t 1 ]] || options+=(-T)
    mkdir -p backups
    # before it runs, so that standard output has what Slipway says, and nothing of a build
    docker image inspect @name@-migrations:client >/dev/null 2>&1 || "${compose[@]}" --profile tools build slipway >&2
    "${compose[@]}" run "${options[@]}" slipway "$@"
}

# The sum of the scripts in an image, or nothing if there is no such image.
scripts_in() {
    local container
    docker image inspect "$1" >/dev/null 2>&1 || return 0
    container=$(docker create "$1")
    docker cp "$container:/migrations" - | tar -xO -f - | cksum
    docker rm "$container" >/dev/null
}

# The revision that the database is at, or nothing.
position() {
    slipway current | sed -n 's/^.* is at \([0-9._]*\).*/\1/p'
}

# The value of a variable of .env.
setting() {
    sed -n "s/^$1=//p" .env | tail -n 1
}

set_setting() {
    sed -i.old "/^$1=/d" .env
    printf '%s=%s\n' "$1" "$2" >>.env
    rm .env.old
}

# Waits until the service is well: HEALTH_URL answers, or its container is healthy, or at least goes on running.
healthy() {
    local url container='' second
    url=$(setting HEALTH_URL)
    [[ -n $url ]] || container=$("${compose[@]}" ps --quiet "$service")
    for ((second = 1; second <= ${HEALTH_TIMEOUT:-60}; second++)); do
        sleep 1
        if [[ -n $url ]]; then
            curl --silent --fail --output /dev/null --max-time 5 "$url" && return
        else
            case $(state "$container") in
                healthy) return ;;
                'running 0') ((second < 5)) || return 0 ;;
            esac
        fi
    done
    return 1
}

# What the engine knows of a container: `healthy`, or its state and how often it was started again.
state() {
    [[ -z $1 ]] || docker inspect --format \
        '{{with .State.Health}}{{.Status}}{{else}}{{.State.Status}} {{.RestartCount}}{{end}}' "$1"
}

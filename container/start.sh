#!/bin/sh
# start.sh: what the container runs. The database first, then the portal in this very process,
# so that the signal to end reaches it.
set -eu
bin=$(dirname "$0")/bin
"$bin/certify" migrate
exec "$bin/certify" "${@:-serve}"

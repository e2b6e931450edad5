#!/bin/sh
# Sets this checkout up on a bare Debian 12: system libraries when root, then .venv with exact versions.
#   sh installer/prepare.sh        to run the program
#   sh installer/prepare.sh dev    to run its tests
set -eu
cd "$(dirname "$0")/.."

kind=${1:-sandbox}
# Qt offscreen, printing, and the Times metrics that the papers are set in.
packages="python3 python3-venv libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3 fonts-liberation2"
if [ "$kind" = dev ]; then
    # A second, independent barcode reader; git, because a test asks what is committed.
    packages="$packages libzbar0 git"
fi

if [ "$(id -u)" = 0 ]; then
    missing=
    for package in $packages; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
    done
    if [ -n "$missing" ]; then
        apt-get update -q
        # shellcheck disable=SC2086  # a list of names
        DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
    fi
fi

[ -x .venv/bin/python ] || /usr/bin/python3 -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -c installer/constraints.txt -e ".[$kind]"

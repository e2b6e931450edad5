#!/bin/sh
# Sets this checkout up on a bare Debian 12: system libraries when root, then .venv with exact versions.
#   sh installer/prepare.sh        to run the program
#   sh installer/prepare.sh dev    to run its tests
#   sh installer/prepare.sh docs   to build the manual: python -m tests.manual OUT
set -eu
cd "$(dirname "$0")/.."

kind=${1:-sandbox}
# Qt with and without a display, printing, and the Times metrics that the papers are set in.
packages="python3 python3-venv libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3 fonts-liberation2"
packages="$packages libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libcups2"
if [ "$kind" = dev ]; then
    # A second, independent barcode reader; git, because a test asks what is committed.
    packages="$packages libzbar0 git"
    # A real window driven by keys, pictures of it, and a print service with a printer of our own.
    packages="$packages xvfb xauth xdotool imagemagick cups-daemon cups-client cups-filters cups-filters-core-drivers cups-ipp-utils"
    # A scanner for papers that exists in software only (SANE's test device).
    packages="$packages sane-utils libsane1"
    # The recorder of what a counter writes, whose power is then cut (tests/power).
    packages="$packages gcc libc6-dev"
    # The reference server's pages in a real browser.
    packages="$packages chromium chromium-driver"
    # What a screen reader is told.
    packages="$packages dbus at-spi2-core gir1.2-atspi-2.0 python3-gi python3-pyatspi"
fi

if [ "$kind" = docs ]; then
    # Prints the pages.
    packages="$packages chromium"
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

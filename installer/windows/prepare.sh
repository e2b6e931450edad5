#!/bin/sh
# The tools that make the Windows installer on Debian 12: NSIS, Wine, osslsigncode.
#   sh installer/windows/prepare.sh        to build
#   sh installer/windows/prepare.sh trial  to try it, too (tests/windows)
set -eu
packages="nsis wine wine64 osslsigncode"
[ "${1:-}" = trial ] && packages="$packages gcc-mingw-w64-x86-64-win32 xvfb xdotool imagemagick"
missing=
for package in $packages; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
[ "$(id -u)" = 0 ] || { echo "An administrator installs once: $missing" >&2; exit 1; }
apt-get update -q
# shellcheck disable=SC2086  # a list of names
DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing

#!/bin/sh
# Starts the program that `current` names, from versions/ beside this file (one-dir layout, see
# docs/decisions/0037-updates.md). A new version that was started twice without ever opening a home
# (`trying` is still there) is left by itself for the previous one.
set -eu
root=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
if [ -f "$root/trying" ]; then
    if [ -f "$root/tried" ] && [ -f "$root/previous" ]; then
        cp "$root/previous" "$root/.current.part"
        mv "$root/.current.part" "$root/current"
        rm -f "$root/trying" "$root/tried"
    else
        : >"$root/tried"
    fi
fi
exec "$root/versions/$(cat "$root/current")/counter-app" "$@"

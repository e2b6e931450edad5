#!/bin/sh
# Makes the Debian package of this checkout on a Debian 12 (amd64): one file in OUT.
#     sh installer/debian/build.sh [OUT [MANUAL]]        OUT: dist
# With QUICK=1 it is packed fast, and a third bigger: to try something out.
# MANUAL, if the manual shall go along: the folder that `python -m tests.manual` made.
# System parts are installed when root; the rest goes to build/package and is used again.
set -eu
out=$(realpath -m "${1:-dist}")
manual=${2:+$(realpath "$2")}
cd "$(dirname "$0")/../.."

# What the program needs, since the freezer looks at what Qt's plugins are linked against.
eval "$(grep '^packages=' installer/prepare.sh | head -n 2)"
needed="$packages libpython3.11 binutils dpkg-dev"
if [ "$(id -u)" = 0 ]; then
    missing=
    for package in $needed; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
    done
    if [ -n "$missing" ]; then
        apt-get update -q
        # shellcheck disable=SC2086  # a list of names
        DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
    fi
fi

work=build/package
mkdir -p "$work" "$out"
# An environment of its own: nothing of the tests can slip in. Made anew when versions change.
known=$(cat pyproject.toml installer/constraints.txt | sha256sum)
if [ "$(cat "$work/known" 2>/dev/null)" != "$known" ]; then
    rm -rf "$work/env" "$work/known"
    /usr/bin/python3 -m venv "$work/env"
    "$work/env/bin/python" -m pip install --quiet --disable-pip-version-check \
        -c installer/constraints.txt -e ".[package]"
    echo "$known" > "$work/known"
fi

# The same sources give the same bytes: every time that is written somewhere is this one.
: "${SOURCE_DATE_EPOCH:=$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)}"
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 TZ=UTC LC_ALL=C.UTF-8
"$work/env/bin/pyinstaller" --noconfirm --clean --log-level WARN \
    --distpath "$work/frozen" --workpath "$work/work" installer/freeze/counter-app.spec
QT_QPA_PLATFORM=offscreen "$work/env/bin/python" -m installer.debian \
    "$work/frozen/counter-app" "$out" ${QUICK:+--quick} ${manual:+--manual "$manual"}

"""The three ways in: a file or folder (stick, LAN) and what was fetched from the server.

Whatever the way, a package is copied to this machine piece by piece, verified there wholly, and
only then bears a name under `ready`: nobody is told of anything else.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.updating import UpdateNotFoundError, UpdateRefusedBeforeError
from counter_app.domain.updates.fitting import check_fit
from counter_app.services.updates.applying import Updates
from counter_app.services.updates.package import (
    SUFFIX,
    Package,
    Pause,
    check_room,
    check_seal,
    copy_slowly,
    disk_words,
    no_pause,
    read_head,
    verified,
)


def packages_at(path: Path) -> tuple[Path, ...]:
    """Return the package at `path`, or those in that folder. Raises UpdateNotFoundError."""
    try:
        if path.is_dir():
            return tuple(sorted(each for each in path.iterdir() if each.suffix == SUFFIX))
        if path.is_file():
            return (path,)
    except OSError as error:
        raise UpdateNotFoundError(path=path) from error
    raise UpdateNotFoundError(path=path)


def look(updates: Updates, path: Path) -> tuple[tuple[Package, ...], tuple[CounterError, ...]]:
    """Return the packages at `path` that fit and aren't here, newest of each kind; and what not.

    Only heads are read. Raises UpdateNotFoundError.
    """
    fitting: list[Package] = []
    refused: list[CounterError] = []
    here, trust, failed = updates.here(), updates.trust(), updates.shelf.state().failed()
    for file in packages_at(path):
        try:
            package = read_head(file)
            check_seal(package, trust)
            if package.mark in failed:
                raise UpdateRefusedBeforeError(version=package.manifest.version)
            check_fit(package.manifest, here)
        except CounterError as error:
            refused.append(error)
        else:
            fitting.append(package)
    return newest(fitting), tuple(refused)


def take(updates: Updates, source: Path, pause: Pause = no_pause) -> Package:
    """Bring the package at `source` to this machine, verified; return it as it lies there.

    Interrupted, it goes on where it was. Raises what `check_fit` and `verified` raise, and disk
    errors; what can't be used isn't kept.
    """
    updates.shelf.prepare()
    package = read_head(source)
    check_seal(package, updates.trust())
    check_fit(package.manifest, updates.here())
    if package.mark in updates.shelf.state().failed():
        raise UpdateRefusedBeforeError(version=package.manifest.version)
    ready = updates.shelf.ready / name_of(package)
    if ready.exists():
        return verified(ready, updates.trust(), pause)
    check_room(updates.shelf.folder, package.size)
    incoming = updates.shelf.incoming / f"{package.mark}.part"
    copy_slowly(source, incoming, pause)
    return accept(updates, incoming, str(source.parent), pause)


def accept(updates: Updates, incoming: Path, origin: str, pause: Pause = no_pause) -> Package:
    """Verify a file that came wholly, and give it its name under `ready`. Raises as `take`.

    `origin` is the folder that it came from, or `shelf.SERVER`.
    """
    try:
        package = verified(incoming, updates.trust(), pause)
        check_fit(package.manifest, updates.here())
    except CounterError:
        incoming.unlink(missing_ok=True)  # what is torn or forged is fetched anew, whole
        raise
    ready = updates.shelf.ready / name_of(package)
    try:
        incoming.replace(ready)
    except OSError as error:
        raise disk_words(error, ready, package.size) from error
    updates.shelf.note_origin(ready, origin)
    return read_head(ready)


def waiting(updates: Updates) -> tuple[Package, ...]:
    """Return the verified packages that wait and still fit: lists first, a program last."""
    found: list[Package] = []
    here, failed = updates.here(), updates.shelf.state().failed()
    for file in sorted(updates.shelf.ready.glob(f"*{SUFFIX}")):
        with suppress(CounterError):
            package = read_head(file)
            check_fit(package.manifest, here)
            if package.mark not in failed:
                found.append(package)
    return tuple(sorted(newest(found), key=lambda each: each.manifest.kind.is_program))


def newest(packages: Iterable[Package]) -> tuple[Package, ...]:
    """Return the latest made of each kind and each set of lists."""
    latest: dict[object, Package] = {}
    for package in packages:
        manifest = package.manifest
        names = () if manifest.kind.is_program else tuple(each.name for each in manifest.parts)
        known = latest.get((manifest.kind, names))
        if known is None or known.manifest.made_at < manifest.made_at:
            latest[manifest.kind, names] = package
    return tuple(latest.values())


def name_of(package: Package) -> str:
    """Return the name that a package bears: kind, version, and the beginning of its mark."""
    manifest = package.manifest
    return f"{manifest.kind.value}-{manifest.version}-{package.mark[:8]}{SUFFIX}"

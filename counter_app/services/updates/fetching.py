"""The way over the line: heads first, then only what fits, piece by piece, going on after a cut."""

from __future__ import annotations

from pathlib import Path

from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.updating import UpdateRefusedBeforeError, UpdateTornError
from counter_app.domain.updates.fitting import check_fit
from counter_app.gateway.client import Gateway
from counter_app.services.updates.applying import Updates
from counter_app.services.updates.package import (
    Package,
    Pause,
    check_room,
    check_seal,
    disk_words,
    no_pause,
    read_head,
)
from counter_app.services.updates.shelf import SERVER
from counter_app.services.updates.taking import accept, name_of

HEAD = 320 * 1024
"""Bytes that hold the head of every package: two pieces at most."""


def fetch(
    updates: Updates, gateway: Gateway, unfit: set[str], pause: Pause = no_pause
) -> tuple[Package, ...]:
    """Fetch what the province offers and fits this machine; return what is ready now and wasn't.

    `unfit` remembers between calls which digests needn't be looked at again. Raises WireError
    where the line ends (what came is kept), and disk errors.
    """
    updates.shelf.prepare()
    found = []
    for line in gateway.updates().packages:
        if line.sha256 in unfit:
            continue
        target = updates.shelf.incoming / f"{line.sha256}.part"
        if not _fetched(gateway, line.sha256, min(line.size, HEAD), target, pause):
            continue
        try:
            if _is_wanted(updates, target):
                check_room(updates.shelf.folder, line.size)
                if not _fetched(gateway, line.sha256, line.size, target, pause):
                    continue
                found.append(accept(updates, target, SERVER, pause))
            else:
                target.unlink(missing_ok=True)
        except UpdateTornError:
            target.unlink(missing_ok=True)
            continue  # a garbled piece: from the beginning, next time
        except CounterError as error:
            if error.code in {"update.disk_full", "update.not_written"}:
                raise
            target.unlink(missing_ok=True)
        unfit.add(line.sha256)
    return tuple(found)


def _is_wanted(updates: Updates, head: Path) -> bool:
    """Tell whether a package whose head is here isn't ready yet. Raises what speaks against it."""
    package = read_head(head)
    check_seal(package, updates.trust())
    if package.mark in updates.shelf.state().failed():
        raise UpdateRefusedBeforeError(version=package.manifest.version)
    check_fit(package.manifest, updates.here())
    return not (updates.shelf.ready / name_of(package)).exists()


def _fetched(gateway: Gateway, sha256: str, wanted: int, target: Path, pause: Pause) -> bool:
    """Fetch on until `wanted` bytes are here; False when the server has no more than it said."""
    have = target.stat().st_size if target.exists() else 0
    while have < wanted:
        data = gateway.update_piece(sha256, have)
        if not data:
            return False
        try:
            with target.open("ab") as out:
                out.write(data)
        except OSError as error:
            raise disk_words(error, target, wanted) from error
        have += len(data)
        pause()
    return True

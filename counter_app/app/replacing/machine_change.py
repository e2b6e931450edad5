"""Thay máy on an open home: its work to a stick, and from a stick. For window and command line."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

from counter_app.app.home import Home
from counter_app.domain.errors.work import NotEnrolledError
from counter_app.services.keeping.journal_import import ImportReport
from counter_app.services.leaving import carrying, taking_over
from counter_app.store.store import Progress


def carry_out(home: Home, folder: Path) -> int:
    """Write to the stick at `folder` what it lacks; return how many acts it holds now.

    The second journal that the window keeps rests meanwhile: it may be the very same stick. Raises
    StickError, StoreError, NotEnrolledError.
    """
    journal = home.second_journal(str(folder))
    if journal is None:
        raise NotEnrolledError
    with home.second.aside() if home.second is not None else nullcontext():
        carrying.carry_out(
            journal, folder, home.enrolment(), home.folders.home, home.clock.now().at
        )
    return carrying.own_acts(home.store)


def take_over(
    home: Home, path: Path, key_file: Path | None, progress: Progress | None = None
) -> ImportReport:
    """Take in what the stick at `path` holds; see `services.leaving.taking_over`."""
    return taking_over.take_over(home.store, home.key, home.enrolment(), path, key_file, progress)

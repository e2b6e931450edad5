"""The way back from the last update: the previous lists, or the previous program and store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from counter_app.domain.errors.keeping.updating import UpdateNoWayBackError
from counter_app.domain.errors.store import BackupBehindError
from counter_app.services.updates.applying import Applier, Updates
from counter_app.services.updates.shelf import Outcome, Past, UpdateState
from counter_app.store.copies.restore import restore
from counter_app.store.migrate import revision_at


def last_done(updates: Updates) -> Past:
    """Return the last update that stands. Raises UpdateNoWayBackError."""
    past = updates.shelf.state().past
    found = next((each for each in reversed(past) if each.outcome is Outcome.DONE), None)
    if found is None:
        raise UpdateNoWayBackError(count=0)
    return found


def go_back(updates: Updates, applier: Applier, by: str = "") -> Past:
    """Go back from the last update, as far as its applier does it; return which that was.

    `by` is the id of the officer who asks for it, "" for nobody.
    Of a program the store is put back by `put_store_back`, before. Raises UpdateNoWayBackError.
    """
    found = last_done(updates)
    applier.go_back(found.mark)
    _note(updates, found, by)
    return found


def put_store_back(copy: Path, key: bytes | None, store_file: Path) -> None:
    """Put the copy from before the update in the place of the store, which nobody may have open.

    A store whose tables are still those of the copy stays: the previous program reads it. Raises
    UpdateNoWayBackError when acts were written since: none of them may be lost.
    """
    if not copy.is_file():
        raise UpdateNoWayBackError(count=0)
    if revision_at(copy, key) == revision_at(store_file, key):
        return
    try:
        restore(copy, key, store_file)
    except BackupBehindError as error:
        raise UpdateNoWayBackError(count=error.facts["missing"]) from error


def _note(updates: Updates, found: Past, by: str) -> UpdateState:
    """Keep that it was left: so that it isn't put in place again by itself."""
    state = updates.shelf.state()
    past = tuple(
        replace(each, outcome=Outcome.BACK, at=updates.now(), by=by) if each == found else each
        for each in state.past
    )
    return updates.shelf.keep(replace(state, past=past))

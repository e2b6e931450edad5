"""One update, from the verified package to its end, so that a power cut anywhere loses nothing.

    IDLE → COPYING   the store is copied, and the copy checked
         → APPLYING  the applier puts the package in its place: a transaction, or a pointer
         → HANDED    (programs) the next start, or an administrator, ends it
         → IDLE      with the outcome among the past ones

Each arrow is a durable write of `update.json`. `settle` stands at the beginning of every opening:
whatever a power cut left is ended or undone there by what really stands, not by what was planned.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.updating import (
    UpdateDiskFullError,
    UpdateDowngradeError,
    UpdateHereAlreadyError,
    UpdateNotMadeError,
    UpdateNotWrittenError,
    UpdateRefusedBeforeError,
)
from counter_app.domain.errors.store import StoreDiskError, StoreFullError, StoreReadOnlyError
from counter_app.domain.updates.fitting import Here, Shift, check_fit, check_shift
from counter_app.services.updates.package import (
    SUFFIX,
    Package,
    Pause,
    check_room,
    disk_words,
    no_pause,
    read_head,
    verified,
)
from counter_app.services.updates.shelf import Outcome, Past, Shelf, Step, UpdateState
from counter_app.services.updates.trust import Trust, keep_introduction
from counter_app.store.store import Store
from counter_app.wording.sentences import halves

_COPIES = 3
"""How many copies of the store, and packages of programs, are kept."""

_ONE_AT_A_TIME = threading.Lock()
"""The watch beside the window and the supervisor's "now" are two threads of one program."""

_NOT_ITS_FAULT = (
    UpdateDiskFullError,
    UpdateNotWrittenError,
    StoreFullError,
    StoreDiskError,
    StoreReadOnlyError,
)
"""What may go better the next time: the package isn't given up for it."""


class Applier(Protocol):
    """Puts packages of some kinds in their place."""

    def apply(self, package: Package, copy: Path) -> Step:
        """Put it in place; `copy` is the checked copy of the store. IDLE: done; HANDED: see above.

        Repeated after a power cut it has no further effect. Raises a CounterError when it can't,
        having changed nothing that counts.
        """
        ...

    def stands(self, mark: str, version: str) -> bool | None:
        """Tell whether that package is in place; None: that isn't decided yet."""
        ...

    def undo(self, mark: str, version: str) -> None:
        """Put what was before in place again, or leave it there. Harmless when it stands."""
        ...

    def go_back(self, mark: str) -> None:
        """Put what was before that finished update in place. Raises UpdateNoWayBackError."""
        ...

    def confirm(self) -> None:
        """Take that what stands has opened this home: the way back is no longer automatic."""
        ...


@dataclass(frozen=True, slots=True)
class Updates:
    """All that updates need of one open home. `here` is asked each time: lists change."""

    shelf: Shelf
    store: Store
    trust: Callable[[], Trust]
    here: Callable[[], Here]
    applier: Callable[[bool], Applier]
    now: Callable[[], datetime]


def apply(
    updates: Updates, file: Path, shift: Shift, pause: Pause = no_pause, by: str = ""
) -> UpdateState:
    """Put the verified package `file` of the shelf in place; return the state afterwards.

    `by` is the id of the officer who asks for it, "" for nobody. One at a time: others wait.
    Raises what speaks against it (`domain.errors.keeping.updating`), the store's errors of the
    copy, and UpdateNotMadeError when it couldn't be put in place and everything stands as before.
    """
    check_shift(shift)
    with _ONE_AT_A_TIME:
        return _applied(updates, file, pause, by)


def _applied(updates: Updates, file: Path, pause: Pause, by: str) -> UpdateState:
    shelf = updates.shelf
    package = verified(file, updates.trust(), pause)
    manifest = package.manifest
    if package.mark in shelf.state().failed():
        raise UpdateRefusedBeforeError(version=manifest.version)
    here = updates.here()
    check_fit(manifest, here)
    check_room(shelf.folder, 3 * _size(updates.store.path) + 2 * manifest.size)
    copy = _free_copy(shelf, here.version)
    begun = UpdateState(
        Step.COPYING,
        package.mark,
        manifest.kind,
        manifest.version,
        file.name,
        copy.name,
        here.version,
        shelf.state().past,
        by,
    )
    shelf.keep(begun)
    try:
        updates.store.backup(copy)
        shelf.keep(replace(begun, step=Step.APPLYING))
        step = updates.applier(manifest.kind.is_program).apply(package, copy)
    except CounterError as error:
        raise _given_up(updates, begun, error) from error
    _keep_key(updates, package)
    if step is Step.HANDED:
        return shelf.keep(replace(begun, step=Step.HANDED))
    return _done(updates, begun)


def settle(updates: Updates) -> UpdateState:
    """End or undo what a power cut, a restart or an administrator left; at every opening.

    Nothing is begun here: an opening waits for no update.
    """
    state = updates.shelf.state()
    if state.step is Step.IDLE:
        return state
    applier = updates.applier(state.kind.is_program)
    if state.step is Step.COPYING:
        (updates.shelf.before / f".{state.store_copy}.part").unlink(missing_ok=True)
        return updates.shelf.keep(UpdateState(past=state.past))
    stands = applier.stands(state.mark, state.version)
    if stands:
        applier.confirm()
        return _done(updates, state)
    if stands is None:
        if state.step is Step.APPLYING:
            return updates.shelf.keep(replace(state, step=Step.HANDED))
        return state
    with suppress(CounterError):
        applier.undo(state.mark, state.version)
    if state.step is Step.HANDED:  # the new program was tried, and didn't come to open the home
        return _ended(updates, state, Outcome.FAILED, "update.not_made")
    return updates.shelf.keep(UpdateState(past=state.past))


def _given_up(updates: Updates, begun: UpdateState, error: CounterError) -> CounterError:
    """Undo, keep why, and return what is to be raised."""
    with suppress(CounterError):
        updates.applier(begun.kind.is_program).undo(begun.mark, begun.version)
    if isinstance(error, _NOT_ITS_FAULT):
        with suppress(UpdateNotWrittenError):  # a full disk: `settle` does it next time
            updates.shelf.keep(UpdateState(past=begun.past))
        return error
    _ended(updates, begun, Outcome.FAILED, error.code)
    reason = halves(error)[0].strip().rstrip(".")
    return UpdateNotMadeError(version=begun.version, reason=reason)


def _done(updates: Updates, begun: UpdateState) -> UpdateState:
    return _ended(updates, begun, Outcome.DONE, "")


def _ended(updates: Updates, begun: UpdateState, outcome: Outcome, code: str) -> UpdateState:
    shelf = updates.shelf
    past = Past(
        begun.mark,
        begun.kind,
        begun.version,
        updates.now(),
        outcome,
        begun.base,
        begun.store_copy,
        begun.file,
        code,
        begun.by,
    )
    state = shelf.keep(begun.ended(past))
    waiting = shelf.ready / begun.file
    if outcome is Outcome.DONE and begun.kind.is_program:
        with suppress(OSError):
            waiting.replace(shelf.kept / begun.file)
    shelf.drop(waiting)
    if outcome is Outcome.DONE:
        _drop_overtaken(updates)
    _prune(shelf)
    return state


def _keep_key(updates: Updates, package: Package) -> None:
    try:
        keep_introduction(
            updates.shelf.keys, package.manifest, package.words, package.key, package.signature
        )
    except OSError as error:
        raise disk_words(error, updates.shelf.keys, 0) from error


def _drop_overtaken(updates: Updates) -> None:
    """Forget what waited and is older now than what is in use: it would lie here for ever."""
    here = updates.here()
    for file in updates.shelf.ready.glob(f"*{SUFFIX}"):
        try:
            check_fit(read_head(file).manifest, here)
        except (UpdateDowngradeError, UpdateHereAlreadyError):
            updates.shelf.drop(file)
        except CounterError:
            continue  # it may fit another day


def _prune(shelf: Shelf) -> None:
    for folder in (shelf.before, shelf.kept):
        files = sorted(folder.glob("[!.]*"), key=lambda each: each.stat().st_mtime_ns)
        for file in files[:-_COPIES]:
            file.unlink(missing_ok=True)


def _free_copy(shelf: Shelf, base: str) -> Path:
    number = 1
    while (free := shelf.before / f"{number:04}-{base}.db").exists():
        number += 1
    return free


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0

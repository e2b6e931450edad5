"""The power goes at every write of an update: nothing is lost, and the next try ends it.

A child takes and applies a package and dies (`os._exit`, nothing is tidied up) before or after its
n-th flush or rename, for every n there is. SQLite's own flushes are its own affair: its transaction
is there or it isn't, and both cases are among these.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from counter_app.domain.updates.fitting import Shift
from counter_app.services.updates.applying import Applier, apply, settle
from counter_app.services.updates.shelf import Outcome, Step
from counter_app.services.updates.taking import take, waiting
from counter_app.store.store import Store
from tests.services.updates.packing import package, updates_of
from tests.services.updates.programs import layout, program_package

CUT, WHOLE = 9, 0


def in_child(work: Callable[[], object], cut: int) -> bool:
    """Do `work` in a child that dies at its `cut`-th durable call; tell whether it came through."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        assert code in (CUT, WHOLE), code
        return code == WHOLE
    try:
        _die_at(cut)
        work()
        os._exit(WHOLE)
    except BaseException:  # noqa: BLE001  the child must never run the parent's tests
        os._exit(3)


def _die_at(cut: int) -> None:
    count = iter(range(1, 10_000))

    def deadly(act: Callable[..., Any]) -> Callable[..., Any]:
        def called(*values: Any, **more: Any) -> Any:
            if next(count) == cut:
                os._exit(CUT)
            done = act(*values, **more)
            if next(count) == cut:
                os._exit(CUT)
            return done

        return called

    os.fsync = deadly(os.fsync)
    Path.replace = deadly(Path.replace)  # type: ignore[method-assign]
    Path.unlink = deadly(Path.unlink)  # type: ignore[method-assign]


def played(home: Path, file: Path, program: Applier | None) -> None:
    with Store.open(home / "store.db", None, home / "mark.json") as store:
        updates = updates_of(store, program=program)
        settle(updates)
        take(updates, file)
        for each in waiting(updates):
            apply(updates, each.file, Shift())


def cut_once(folder: Path, origin: Path, file: Path, cut: int, *, program: bool) -> bool:
    """Let the power go at the `cut`-th write and open again; tell whether there was no such write.

    Raises AssertionError when anything is lost, torn or can't be ended by the next try.
    """
    home = folder / f"cut-{cut}"
    home.mkdir()
    shutil.copyfile(origin / "store.db", home / "store.db")
    if (origin / "mark.json").exists():
        shutil.copyfile(origin / "mark.json", home / "mark.json")
    applier = layout(home / "program") if program else None
    came_through = in_child(lambda: played(home, file, applier), cut)
    shown = home / "updates" / "update.json"
    if shown.exists():
        json.loads(shown.read_bytes())  # never torn
    with Store.open(home / "store.db", None, home / "mark.json") as store:
        updates = updates_of(store, program=applier)
        state = settle(updates)
        assert state.step in (Step.IDLE, Step.HANDED)
        assert store.verify().is_whole
        with store.reading() as tx:
            assert tx.setup.get("kept") == "for ever"
        if state.step is Step.IDLE and not state.past:
            take(updates, file)
            (ready,) = waiting(updates)
            state = apply(updates, ready.file, Shift())
        if applier is None:
            assert [each.outcome for each in state.past] == [Outcome.DONE]
            assert list(updates.here().lists) == ["calendar"]
        else:
            assert state.step is Step.HANDED
            assert (home / "program" / "current").read_text() == "1.2.0\n"
    shutil.rmtree(home)
    return came_through


def make_origin(folder: Path, *, program: bool) -> Path:
    """Make the store that each cut begins with; return the package beside it."""
    with (
        Store.open(folder / "store.db", None, folder / "mark.json") as store,
        store.writing() as tx,
    ):
        tx.setup.put("kept", "for ever")
    return (program_package if program else package)(folder / "p.capnhat")

"""Updates beside the window: brought from a folder, told once, put in place when it is closed."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from counter_app.app.updating.watch import AFTER, AGAIN, UpdateWatch
from counter_app.desktop.notice import Notice
from counter_app.desktop.presenters.updating.words import UpdateNews, waiting_words
from counter_app.domain.errors.wire import SilentError
from counter_app.domain.updates.manifest import Manifest, PackageKind
from tests.desktop.now_jobs import NowJobs
from tests.made import NOON
from tests.services.conftest import Counter, counter, new_store, open_counter
from tests.services.updates.packing import package, updates_of

__all__ = ["counter", "new_store", "open_counter"]


class NoLine:
    def updates(self) -> Any:
        raise SilentError(host="h")

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def made(counter: Counter, qtbot: QtBot, tmp_path: Path) -> Any:
    share = tmp_path / "share"
    share.mkdir()
    home = SimpleNamespace(
        practice_line="",
        settings=SimpleNamespace(update_folder=str(share)),
        updates=lambda: updates_of(counter.workplace.store),
        gateway=NoLine,
    )
    said: list[Notice] = []
    notes: list[str] = []
    free = [False]
    parent = QObject()
    opened = SimpleNamespace(home=home)
    watch = UpdateWatch(NowJobs(), opened, said.append, notes.append, lambda: free[0], parent)
    watch.setParent(None)
    return SimpleNamespace(
        watch=watch, said=said, notes=notes, free=free, share=share, updates=home.updates()
    )


def test_told_once_and_put_in_place_when_the_shift_ends(made: Any) -> None:
    assert (made.watch._timer.interval(), made.watch._timer.isActive()) == (AFTER, True)
    made.watch.look()
    assert made.watch._timer.interval() == AGAIN
    assert not made.said
    package(made.share / "p.capnhat")
    (made.share / "torn.capnhat").write_bytes(b"counter-app update 1\n99 9\n{")
    made.watch.look()
    made.watch.look()
    assert [each.bold for each in made.said] == ["Có bản cập nhật: Lịch làm việc 2027.1."]
    assert made.notes == [
        "Có bản cập nhật: Lịch làm việc 2027.1. Cài khi hết ca, lúc đóng chương trình."
    ]
    assert not made.updates.here().lists  # somebody works
    made.watch.finish()
    assert list(made.updates.here().lists) == ["calendar"]
    made.watch.look()
    assert made.notes[-1] == ""
    assert len(made.said) == 1


def test_put_in_place_while_nobody_has_signed_in(made: Any) -> None:
    package(made.share / "p.capnhat")
    made.free[0] = True
    made.watch.look()
    assert list(made.updates.here().lists) == ["calendar"]
    assert not made.said


def test_it_stops_with_the_window(made: Any) -> None:
    package(made.share / "p.capnhat")
    made.watch.stop()
    made.watch.look()
    assert not made.said


def test_a_program_is_the_administrators() -> None:
    program = Manifest("counter-app", PackageKind.PROGRAM, "1.2.0", NOON, ())
    assert waiting_words(UpdateNews((program,), by_administrator=True)) == (
        "Có bản cập nhật: Chương trình 1.2.0.",
        "Quản trị máy sẽ cài; quầy làm việc như thường.",
    )
    assert waiting_words(UpdateNews()) == ("", "")

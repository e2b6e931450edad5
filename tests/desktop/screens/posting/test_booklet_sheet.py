"""The sheet of the booklet: made by keys, left by closing."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from counter_app.desktop.presenters.posting import booklet
from counter_app.desktop.presenters.posting.booklet import Booklet
from counter_app.desktop.screens.posting.booklet_sheet import BookletSheet
from counter_app.desktop.theme.look import Look
from tests.desktop.conftest import Desktop

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


@pytest.fixture
def sheet(desktop: Desktop, look: Look, qtbot: QtBot) -> BookletSheet:
    shown = BookletSheet(look, None, lambda view: Booklet(desktop.desk, view))
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_a_field_is_made_and_the_sheet_goes(
    sheet: BookletSheet, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet.presenter._field = sheet.presenter.fields()[0]
    sheet.presenter.make(tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: not sheet.isVisible(), timeout=10_000)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_closing_the_sheet_leaves_the_work(
    sheet: BookletSheet, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet.presenter, "_tell", lambda _done, _all: sheet.presenter.stop())
    sheet.presenter.make(tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: not sheet.presenter._working, timeout=10_000)
    sheet.close()
    assert not (tmp_path / "a.pdf").exists()


def test_a_sheet_that_is_left_in_the_last_moment(
    desktop: Desktop, look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = BookletSheet(look, None, lambda view: Booklet(desktop.desk, view))
    sheet.open()

    def left(*_: object) -> None:
        sheet.close()
        shiboken6.delete(sheet)

    monkeypatch.setattr(booklet, "save_booklet", left)
    sheet.presenter.make(tmp_path / "a.pdf")
    assert "Đã ghi tập niêm yết" in desktop.notices[-1].bold

"""Qt's own dialogs speak Vietnamese: whatever they ask to have translated is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from counter_app.desktop.start.qt_words import WORDS, QtWords, speak_vietnamese

NOT_WORDS = {"Alt+Left", "Alt+Right", "Alt+Up", "QT_LAYOUT_DIRECTION"}
"""Keys, and how Qt asks which way a language is written."""

NAMES_OF_KEYS = "QShortcut"


class Asked(QTranslator):
    """Keeps what Qt asks; knows no answer."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        return False

    def translate(  # type: ignore[override]
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if source not in NOT_WORDS and context != NAMES_OF_KEYS:
            self.pairs.add((context, source))
        return None


@pytest.fixture
def asked(qapp: QApplication) -> Iterator[Asked]:
    words, seen = QtWords(qapp), Asked()
    qapp.installTranslator(words)
    qapp.installTranslator(seen)  # the newest is asked first
    yield seen
    for each in (seen, words):
        qapp.removeTranslator(each)
    words.setParent(None)


def opened(qtbot: QtBot, folder: Path, mode: QFileDialog.FileMode, *, save: bool) -> QFileDialog:
    dialog = QFileDialog(None, "Chọn", str(folder))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    if save:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.show()
    return dialog


@pytest.mark.parametrize("save", [False, True])
@pytest.mark.parametrize("mode", list(QFileDialog.FileMode))
def test_the_file_dialog(
    qtbot: QtBot, tmp_path: Path, asked: Asked, mode: QFileDialog.FileMode, save: bool
) -> None:
    (tmp_path / "so.pdf").write_bytes(b"")
    dialog = opened(qtbot, tmp_path, mode, save=save)
    dialog.selectFile(str(tmp_path / "so.pdf"))
    assert {pair for pair in asked.pairs if pair[1] not in WORDS.get(pair[0], {})} == set()
    shown = [each.text() for each in dialog.findChildren(QLabel)]
    shown += [each.text() or each.toolTip() for each in dialog.findChildren(QAbstractButton)]
    english = {source for words in WORDS.values() for source in words}
    assert not english & {text for text in shown if text}
    assert any("Thôi" in text for text in shown)


@pytest.mark.parametrize(
    ("mode", "save", "name"),
    [
        (QFileDialog.FileMode.AnyFile, True, "so.pdf"),
        (QFileDialog.FileMode.ExistingFile, False, "khong-co.pdf"),
        (QFileDialog.FileMode.Directory, False, "khong-co"),
    ],
)
def test_its_questions(
    qtbot: QtBot, tmp_path: Path, asked: Asked, mode: QFileDialog.FileMode, save: bool, name: str
) -> None:
    (tmp_path / "so.pdf").write_bytes(b"")
    dialog = opened(qtbot, tmp_path, mode, save=save)
    dialog.findChildren(QLineEdit)[0].setText(name)
    said: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.extend([box.text(), *(each.text() for each in box.buttons())])
        box.reject()

    QTimer.singleShot(0, answer)
    dialog.accept()
    assert name in said[0]
    assert not re.search(r"[Ff]ile|[Dd]irectory|Yes|OK", " ".join(said).replace(name, ""))
    assert {pair for pair in asked.pairs if pair[1] not in WORDS.get(pair[0], {})} == set()


def test_the_menu_of_a_line(qtbot: QtBot, asked: Asked) -> None:
    for line in (QLineEdit(), QPlainTextEdit()):
        qtbot.addWidget(line)
        menu = line.createStandardContextMenu()
        words = [action.text().partition("\t")[0] for action in menu.actions()]
        assert "Chọn hết" in words
        assert not set(words) & {"&Copy", "&Paste", "Delete", "Select All"}
    assert {pair for pair in asked.pairs if pair[1] not in WORDS.get(pair[0], {})} == set()


@pytest.mark.parametrize("context", sorted(WORDS))
def test_every_placeholder_stays(context: str) -> None:
    for source, words in WORDS[context].items():
        assert re.findall(r"%\d", source) == re.findall(r"%\d", words), source
        assert ("&" in source) >= ("&" in words), source


@pytest.mark.parametrize(
    ("context", "sources"),
    [
        ("QLineEdit", ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste")),
        ("QFileDialog", ("&Look in:", "File &name:", "Files of &type:", "&Open")),
        ("QFileDialog", ("&Look in:", "File &name:", "Files of &type:", "&Save")),
        ("QFileDialog", ("&Rename", "&Delete", "Show &hidden files", "&New Folder")),
    ],
)
def test_access_keys_of_neighbours_differ(context: str, sources: tuple[str, ...]) -> None:
    letters = [WORDS[context][source].partition("&")[2][0].lower() for source in sources]
    assert len(set(letters)) == len(letters)


def test_it_is_installed_once(qapp: QApplication) -> None:
    before = qapp.findChildren(QtWords)
    speak_vietnamese(qapp)
    speak_vietnamese(qapp)
    found = qapp.findChildren(QtWords)
    assert len(found) == max(1, len(before))
    assert qapp.translate("QFileDialog", "&Open") == "&Mở"
    assert qapp.translate("QFileDialog", "Something new") == "Something new"
    for each in found if not before else ():
        qapp.removeTranslator(each)
        each.setParent(None)

"""The parts have room for their words, lie beside each other, and can be read: computed."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Scheme, Tone
from counter_app.desktop.widgets.basics.line import Line
from tests.gallery import scenes_cards, scenes_lists, scenes_parts
from tests.gallery.checks import faults
from tests.gallery.scenes import SCENES, Area
from tests.gallery.sheets import SCALES, SCREENS, draw, shoot

OWN = {scenes_cards.__name__, scenes_lists.__name__, scenes_parts.__name__}
PARTS = sorted(
    name
    for name, scene in SCENES.items()
    if scene.make.__module__ in OWN and scene.area is Area.OWN
)


@pytest.mark.parametrize("name", PARTS)
def test_a_part_has_no_fault(name: str, qapp: QApplication) -> None:
    for scheme, scale in product(Scheme, SCALES):
        _, found = draw(SCENES[name], qapp, scheme, SCREENS[0], scale)
        assert found == (), (scheme, scale)


def test_a_sheet_shows_every_look(qapp: QApplication, tmp_path: Path) -> None:
    shots = shoot(SCENES[PARTS[0]], tmp_path, qapp)
    assert len({shot.path for shot in shots}) == len(Scheme) * len(SCALES)
    assert all(shot.path.is_file() for shot in shots)
    assert (tmp_path / f"{PARTS[0]}.png").is_file()


def test_planted_faults_are_seen(qtbot: QtBot, look: Look) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.setAutoFillBackground(True)
    page.resize(300, 200)
    cut = Line(look, "Không đủ chỗ cho dòng này", parent=page)
    cut.setGeometry(10, 10, 60, 20)
    over = Line(look, "Đè lên nhau", parent=page)
    over.setGeometry(40, 14, 200, 20)
    outside = Line(look, "Ra ngoài", parent=page)
    outside.setGeometry(260, 100, 80, 20)
    faint = QLabel("Mờ quá", page)
    faint.setGeometry(10, 150, 120, 20)
    palette = faint.palette()
    palette.setColor(palette.ColorRole.WindowText, look.colour(Tone.ON_ACCENT).darker(112))
    faint.setPalette(palette)
    page.show()
    found = " ".join(faults(page, page.grab().toImage(), None))
    for words in ("wide and needs", "overlap", "lies outside", "has a contrast"):
        assert words in found

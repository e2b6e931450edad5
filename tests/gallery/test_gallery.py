"""Every scene in the usual look: nothing cut, nothing over anything else, nothing faint."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from counter_app.desktop.shell.rail_bar import RailBar
from counter_app.desktop.shell.status_bar import StatusBar
from counter_app.desktop.shell.top_bar import TopBar
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import TOKENS, Scheme
from tests.gallery.frame import framed
from tests.gallery.pairs import faint_pairs
from tests.gallery.scenes import find_scenes
from tests.gallery.scenes_window import office
from tests.gallery.sheets import SCREENS, draw
from tests.manual.pictures import mark_of, said, stale_pictures

pytestmark = [pytest.mark.long, pytest.mark.qt_log_ignore("This plugin does not support")]

PARTS = (TopBar, RailBar, StatusBar, QStackedWidget)


def test_every_scene_is_clean(qapp: QApplication) -> None:
    wrong, marks, pictures = [], {}, said()
    for name, scene in find_scenes().items():

        def seen(widget: QWidget, name: str = name) -> None:
            if name in pictures:
                marks[name] = mark_of(widget)

        _, faults = draw(scene, qapp, Scheme.LIGHT, SCREENS[0], 1.0, seen)
        wrong += [f"{name}: {fault}" for fault in faults]
    assert not wrong
    # Else `python -m tests.manual --pictures` draws them anew; then read their pages again.
    assert not stale_pictures(marks)


def test_colours_stand_out() -> None:
    wrong = [fault for scheme, tokens in TOKENS.items() for fault in faint_pairs(scheme, tokens)]
    assert not wrong


def test_frame_is_the_offices(qapp: QApplication) -> None:
    look = Look()
    shown = []
    for window in (office(look), framed(look, QWidget())):
        window.resize(1366, 738)
        window.show()
        qapp.processEvents()
        found = [window.findChild(part) for part in PARTS]
        shown.append([each.geometry() for each in found if each is not None])
        window.close()
        window.deleteLater()
    qapp.processEvents()
    assert len(shown[0]) == len(PARTS)
    assert shown[0] == shown[1]

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from counter_app.app.training.window import TrainingWindow
from counter_app.app.window import OfficersWindow
from counter_app.config import resource
from counter_app.desktop.start.identity import identify


@pytest.mark.parametrize("kind", [OfficersWindow, TrainingWindow])
def test_a_window_has_its_own_picture_and_name(
    qapp: QApplication, kind: type[OfficersWindow]
) -> None:
    identify(qapp, kind.NAME, resource(*kind.DRAWING))
    assert qapp.desktopFileName() == kind.NAME
    picture = qapp.windowIcon().pixmap(32, 32).toImage()
    assert picture.width() == 32
    assert picture.pixelColor(16, 4).alpha() == 255


def test_the_two_are_not_taken_for_each_other() -> None:
    assert OfficersWindow.NAME != TrainingWindow.NAME
    assert OfficersWindow.DRAWING != TrainingWindow.DRAWING

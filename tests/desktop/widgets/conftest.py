"""A look for widgets, as the running window has it: palette, sheet and fonts applied."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from counter_app.desktop.theme.look import Look


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """The light look at 100 %."""
    made = Look()
    made.apply(qapp)
    return made

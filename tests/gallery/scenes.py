"""Scenes: functions that build one screen, one dialog or one part for a look.

A file `scenes_<subject>.py` beside this one registers its scenes with `@scene(name)`; they are
found by themselves. Data are made up; no scene reads a clock.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from counter_app.desktop.theme.look import Look
from tests.gallery.frame import around, framed

Make = Callable[[Look], QWidget]


class Area(Enum):
    """How much room a scene gets of a screen of 1366×768 or 1920×1080."""

    WINDOW = "window"
    PAGE = "page"
    OWN = "own"


TITLE_BAR = 30
"""Height of the system's title bar, which a screen loses before we get any of it."""

RAIL, BARS = 193, 81
"""What rail, top bar and status bar take at 100 %."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A name, what builds it and the room it gets."""

    name: str
    make: Make
    area: Area

    @property
    def is_framed(self) -> bool:
        """Whether it is a page of the window, drawn with the bars around it."""
        return self.area is Area.PAGE and around(self.name) is not None

    def build(self, look: Look) -> QWidget:
        """Return what is drawn."""
        widget = self.make(look)
        bars = around(self.name)
        return framed(look, widget, bars) if self.is_framed and bars else widget

    def size(self, screen: QSize) -> QSize | None:
        """Return the size on a screen; None: the scene's own."""
        if self.area is Area.OWN:
            return None
        width, height = screen.width(), screen.height() - TITLE_BAR
        if self.area is Area.PAGE and not self.is_framed:
            width, height = width - RAIL, height - BARS
        return QSize(width, height)


SCENES: dict[str, Scene] = {}


def scene(name: str, area: Area = Area.PAGE) -> Callable[[Make], Make]:
    """Register the function below as a scene. Names are unique, and name the pictures."""

    def register(make: Make) -> Make:
        assert name not in SCENES, f"two scenes are called {name}"
        SCENES[name] = Scene(name, make, area)
        return make

    return register


def find_scenes() -> dict[str, Scene]:
    """Import every `scenes_*.py` of this folder and return all scenes by name."""
    for path in sorted(Path(__file__).parent.glob("scenes_*.py")):
        importlib.import_module(f"tests.gallery.{path.stem}")
    return SCENES

"""The icons are one family, and are drawn sharp in the colour that is asked."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from counter_app.config import resource
from counter_app.desktop.theme.icons import Icons
from counter_app.domain.errors.home import PartMissingError

FILES = sorted(resource("icons").glob("*.svg"))
ROOM = Path(__file__).parents[3] / "counter_app" / "desktop"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_icon_is_of_the_family(path: Path) -> None:
    root = ET.parse(path).getroot()
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("fill") == "none"
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "1.75"
    assert root.get("stroke-linecap") == root.get("stroke-linejoin") == "round"
    assert not [child for child in root.iter() if child is not root and child.get("stroke")]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_icon_is_drawn_inside_its_grid(path: Path) -> None:
    """Something is seen, and nothing touches the outermost pixels: strokes aren't cut."""
    image = Icons().pixmap(path.stem, 24, "#FF0000", 2.0).toImage()
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    side = image.width()
    assert side == 48
    seen = {(x, y) for x in range(side) for y in range(side) if image.pixelColor(x, y).alpha() > 40}
    assert len(seen) > 30
    assert all(1 <= x < side - 1 and 1 <= y < side - 1 for x, y in seen)
    dense = [image.pixelColor(x, y) for x, y in seen if image.pixelColor(x, y).alpha() == 255]
    assert {colour.name() for colour in dense} == {"#ff0000"}


def test_a_pixmap_is_drawn_once(qtbot: QtBot) -> None:
    icons = Icons()
    assert icons.pixmap("in", 18, "#000000", 1.0) is icons.pixmap("in", 18, "#000000", 1.0)
    assert icons.pixmap("in", 18, "#000000", 1.5).devicePixelRatio() == 1.5


def test_an_icon_that_does_not_exist_is_an_error(qtbot: QtBot) -> None:
    with pytest.raises(PartMissingError):
        Icons().pixmap("nothing", 18, "#000000", 1.0)


def test_every_icon_that_is_named_exists() -> None:
    """Names in the code of widgets and of the look of states have a file."""
    known = {path.stem for path in FILES}
    named = set()
    calls = re.compile(r"(?:IconView|IconLine|IconCircle|paint_icon|IconCell)\([^)]*?\"([a-z-]+)\"")
    for path in ROOM.rglob("*.py"):
        named |= set(calls.findall(path.read_text(encoding="utf-8")))
    assert named - known == set()

"""The pictures of the manual: scenes of the gallery, drawn small, with what they say written down.

`docs/pictures/said.json` holds a mark of the words that each picture shows. The test
of the gallery, which draws every scene, compares the words and not the dots: fonts differ from
machine to machine.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.desktop.theme.tokens import Scheme
from tests.gallery.scenes import find_scenes
from tests.gallery.sheets import SCREENS, draw
from tests.manual.places import PICTURES, SAID
from tests.manual.wanted import CALLED_OUT, picture_names

_SAYS = ("text", "accessibleName", "placeholderText")
_COLOURS = 96
_RADIUS = 13


def mark_of(widget: QWidget) -> str:
    """Return the mark of the words that a shown screen says."""
    return hashlib.sha256("\n".join(words_of(widget)).encode()).hexdigest()[:16]


def stale_pictures(marks: Mapping[str, str]) -> list[str]:
    """Return the pictures whose screens say something else by now; `marks` by scene."""
    return sorted(name for name, mark in said().items() if marks.get(name) != mark)


def said() -> dict[str, str]:
    """Return what was written down: picture → mark of its words."""
    found: dict[str, str] = json.loads(SAID.read_text("utf-8")) if SAID.exists() else {}
    return found


def words_of(widget: QWidget) -> list[str]:
    """Return what a person or a screen reader is told, in the order of the tree; hidden is out."""
    found = []
    for child in (widget, *widget.findChildren(QWidget)):
        if not child.isVisibleTo(widget):
            continue
        for name in _SAYS:
            told = _told(getattr(child, name, None))
            if told and (not found or found[-1] != told):
                found.append(told)
    return found


def _told(ask: object) -> str:
    """Return what a widget's method answers; "" where it has none, or one that asks of what."""
    if not callable(ask):
        return ""
    try:
        told = ask()
    except TypeError:
        return ""
    return told.strip() if isinstance(told, str) else ""


def render(application: QApplication, only: str = "") -> dict[str, int]:
    """Draw every picture that the manual shows; return its bytes. Rewrites `said.json`."""
    scenes, names, marks, sizes = find_scenes(), picture_names(), said(), {}
    for name in names:
        if only not in name:
            continue
        places: list[QRect] = []

        def seen(widget: QWidget, name: str = name, places: list[QRect] = places) -> None:
            marks[name] = mark_of(widget)
            places += [_place(widget, words) for words in CALLED_OUT.get(name, ())]

        image, _ = draw(scenes[name], application, Scheme.LIGHT, SCREENS[0], 1.0, seen)
        picture = image.convertToFormat(QImage.Format.Format_RGB32)
        for number, place in enumerate(places, start=1):
            _call_out(picture, place, number)
        sizes[name] = _write(picture, PICTURES / f"{name}.png")
    kept = {name: mark for name, mark in sorted(marks.items()) if name in names}
    SAID.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    return sizes


def _place(widget: QWidget, words: str) -> QRect:
    """Return where the smallest widget stands that says `words`."""
    found = [
        QRect(child.mapTo(widget, QPoint(0, 0)), child.size())
        for child in widget.findChildren(QWidget)
        if child.isVisible() and words in [_told(getattr(child, name, None)) for name in _SAYS]
    ]
    if not found:
        raise LookupError(f"nothing in the picture says {words!r}")
    return min(found, key=lambda place: place.width() * place.height())


def _call_out(image: QImage, around: QRect, number: int) -> None:
    """Draw a numbered disc left of what it speaks of, as far as there is room."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    centre = QPoint(max(_RADIUS + 1, around.left() - _RADIUS - 4), around.center().y())
    painter.setPen(QColor(Qt.GlobalColor.white))
    painter.setBrush(QColor("#B3261E"))
    painter.drawEllipse(centre, _RADIUS, _RADIUS)
    font = QFont("Be Vietnam Pro", 11)
    font.setBold(True)
    painter.setFont(font)
    corner = QPoint(_RADIUS, _RADIUS)
    disc = QRect(centre - corner, centre + corner)
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.end()


def _write(image: QImage, path: Path) -> int:
    """Write a PNG of few colours and return its bytes."""
    from io import BytesIO

    from PIL import Image

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 80)  # type: ignore[call-overload]
    whole = Image.open(BytesIO(buffer.data().data())).convert("RGB")
    few = whole.quantize(_COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    path.parent.mkdir(parents=True, exist_ok=True)
    few.save(path, optimize=True)
    return path.stat().st_size

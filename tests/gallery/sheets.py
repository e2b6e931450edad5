"""Renders a scene in one look and size, and puts all its pictures on one sheet."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QPoint,
    QRect,
    QSize,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Scheme
from tests.gallery.checks import faults
from tests.gallery.frame import give_keys, take_back_guess
from tests.gallery.scenes import Scene, find_scenes

SCREENS = (QSize(1366, 768), QSize(1920, 1080))
SCALES = (1.0, 1.5)
_THUMB, _GAP, _CAPTION = 640, 16, 24
_QUICK = 80
"""PNG packed a little: bigger files, written in a third of the time."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: what it is of, where it lies, what is wrong with it."""

    label: str
    path: Path
    faults: tuple[str, ...]


def shoot(scene: Scene, folder: Path, application: QApplication) -> list[Shot]:
    """Render a scene in all looks and sizes into `folder`, and its sheet."""
    screens = SCREENS if scene.size(SCREENS[0]) is not None else SCREENS[:1]
    shots = [
        _shoot_one(scene, folder, application, scheme, screen, scale)
        for scheme in Scheme
        for screen in screens
        for scale in SCALES
    ]
    _sheet(shots, len(screens) * len(SCALES), folder / f"{scene.name}.png")
    return shots


def shoot_named(name: str, *, out: Path) -> list[Shot]:
    """Do the same for the scene `name` in a process of its own."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    qInstallMessageHandler(_say)
    return shoot(find_scenes()[name], out, application)


def _say(kind: QtMsgType, _: QMessageLogContext, message: str | None) -> None:
    """Pass on what Qt says, but for what it says of every window without a screen."""
    if message is not None and not message.startswith("This plugin does not support"):
        print(f"{kind.name}: {message}", file=sys.stderr)


def _shoot_one(
    scene: Scene,
    folder: Path,
    application: QApplication,
    scheme: Scheme,
    screen: QSize,
    scale: float,
) -> Shot:
    image, found = draw(scene, application, scheme, screen, scale)
    name = f"{scene.name}-{scheme.value}-{screen.width()}-{round(scale * 100)}"
    path = folder / "single" / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(str(path), "PNG", _QUICK)
    return Shot(f"{scheme.value} {screen.width()} {round(scale * 100)} %", path, found)


def draw(
    scene: Scene,
    application: QApplication,
    scheme: Scheme,
    screen: QSize,
    scale: float,
    seen: Callable[[QWidget], None] | None = None,
) -> tuple[QImage, tuple[str, ...]]:
    """Draw a scene once; return the picture and what is wrong with it. `seen` gets it as shown."""
    look = Look(scheme, scale)
    look.apply(application)
    widget = scene.build(look)
    widget.setAutoFillBackground(True)
    size = scene.size(screen)
    if size is not None:
        widget.resize(size)
    widget.show()
    widget.activateWindow()  # only an active window shows where its keys are
    application.processEvents()
    if scene.is_framed:
        give_keys(widget)
    take_back_guess(widget)
    if size is None and widget.hasHeightForWidth():
        widget.resize(widget.width(), widget.heightForWidth(widget.width()))
    for _ in range(3):
        application.processEvents()
    if seen is not None:
        seen(widget)
    image = widget.grab().toImage()
    found = tuple(dict.fromkeys(faults(widget, image, size)))
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return image, found


def _sheet(shots: list[Shot], columns: int, path: Path) -> None:
    """Put all pictures side by side: schemes one under another, sizes in columns."""
    images = [QImage(str(shot.path)) for shot in shots]
    thumbs = [
        image.scaledToWidth(min(_THUMB, image.width()), Qt.TransformationMode.SmoothTransformation)
        for image in images
    ]
    rows = -(-len(thumbs) // columns)
    height = max(thumb.height() for thumb in thumbs) + _CAPTION
    width = max(thumb.width() for thumb in thumbs)
    whole = QImage(
        columns * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP, QImage.Format.Format_RGB32
    )
    whole.fill(QColor(Qt.GlobalColor.gray))
    painter = QPainter(whole)
    painter.setFont(QFont("Be Vietnam Pro", 10))
    painter.setPen(QColor(Qt.GlobalColor.black))
    for number, (shot, thumb) in enumerate(zip(shots, thumbs, strict=True)):
        at = QPoint(
            _GAP + number % columns * (width + _GAP), _GAP + number // columns * (height + _GAP)
        )
        area = QRect(at, QSize(width, _CAPTION))
        mark = f" · {len(shot.faults)} faults" if shot.faults else ""
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shot.label + mark)
        painter.drawImage(at + QPoint(0, _CAPTION), thumb)
    painter.end()
    whole.save(str(path))

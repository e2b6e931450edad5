"""Puts our window beside pictures that were drawn before it: `--beside DIR`.

The pictures are named `1-….png` to `7-….png` and are as big as a screen of 1366×768 with its title
bar, which isn't ours to paint: a plain strip stands for it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPainter

from tests.gallery.scenes import TITLE_BAR

DRAWN = {
    1: "tiep-nhan-dang-tim-light",
    2: "tiep-nhan-san-sang-light",
    3: "ho-so-light",
    4: "tra-ket-qua-light",
    5: "tinh-trang-du-lieu-light",
    6: "tiep-nhan-san-sang-dark",
    7: "khoa-man-hinh-light",
}
"""Number of a drawn picture → our scene and scheme."""

_GAP = 12


def side_by_side(out: Path, drawn: Path) -> list[str]:
    """Write `out`/beside/<number>.png, ours left, and return what was missing."""
    missing = []
    (out / "beside").mkdir(parents=True, exist_ok=True)
    for number, name in DRAWN.items():
        ours = QImage(str(out / "single" / f"{name}-1366-100.png"))
        theirs = QImage(str(next(drawn.glob(f"{number}-*.png"), "")))
        if ours.isNull() or theirs.isNull():
            missing.append(f"{number}: {'ours' if ours.isNull() else 'theirs'} is missing")
            continue
        sheet = QImage(
            ours.width() + theirs.width() + _GAP,
            max(ours.height() + TITLE_BAR, theirs.height()),
            QImage.Format.Format_RGB32,
        )
        sheet.fill(QColor("gray"))
        painter = QPainter(sheet)
        painter.drawImage(0, TITLE_BAR, ours)
        painter.drawImage(ours.width() + _GAP, 0, theirs)
        painter.end()
        sheet.save(str(out / "beside" / f"{number}.png"))
    return missing

"""Digits align in every weight, and the font that does it is what its script builds."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from counter_app.config import resource
from counter_app.desktop.theme.fonts import ALIGNED, PLAIN, load_fonts, make_font
from counter_app.desktop.theme.type_scale import Type

SCRIPT = Path(__file__).parents[3] / "installer" / "quay_so.py"


def quay_so() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quay_so", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("style", ["Regular", "Medium", "SemiBold"])
def test_the_font_is_what_its_script_builds(style: str, tmp_path: Path) -> None:
    module = quay_so()
    built = tmp_path / "built.ttf"
    module.build(module.source_of(style), style).save(built)
    assert built.read_bytes() == resource("fonts", f"QuaySo-{style}.ttf").read_bytes()


@pytest.mark.parametrize("weight", [400, 500, 600])
@pytest.mark.parametrize("type_", Type)
def test_digits_align(qtbot: QtBot, type_: Type, weight: int) -> None:
    load_fonts()
    metrics = QFontMetricsF(make_font(type_, weight, 1.0, digits=True))
    widths = {metrics.horizontalAdvance(sign * 4) for sign in "0123456789•"}
    assert len(widths) == 1
    plain = QFontMetricsF(make_font(type_, weight, 1.0, digits=False))
    assert plain.horizontalAdvance("1111") < plain.horizontalAdvance("0000")


@pytest.mark.parametrize("type_", [type_ for type_ in Type if type_ is not Type.LOCK])
def test_a_line_has_room_for_stacked_marks(type_: Type) -> None:
    """The clock of the lock screen has digits alone, and so no marks."""
    assert type_.line >= 1.35 * type_.points * 96 / 72


def test_text_is_as_wide_as_its_size_says(qtbot: QtBot) -> None:
    """Qt sets glyphs in whole pixels; the spacing makes up for it."""
    load_fonts()
    text = "Đăng ký khai sinh cho người đã có hồ sơ"
    exact = QFontMetricsF(make_font(Type.NAME, 400, 1.0, digits=False)).horizontalAdvance(text)
    for type_ in (Type.CAPTION, Type.FILTER, Type.BODY, Type.MONEY):
        width = QFontMetricsF(make_font(type_, 400, 1.0, digits=False)).horizontalAdvance(text)
        assert width == pytest.approx(exact * type_.points / Type.NAME.points, rel=0.01)


def test_both_families_are_there(qtbot: QtBot) -> None:
    load_fonts()
    load_fonts()
    font = make_font(Type.BODY, None, 1.0, digits=True)
    assert tuple(font.families()) == ALIGNED
    assert tuple(make_font(Type.BODY, None, 1.0, digits=False).families()) == PLAIN

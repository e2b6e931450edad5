from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import reportlab
from reportlab.pdfbase import pdfmetrics

from counter_app.domain.errors.paper import NoFontsError
from counter_app.domain.text import MARKED_LETTERS
from counter_app.papers.fonts import choose_fonts, font_folders, missing_letters, registered

BARE = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"  # Latin 1 only, as Liberation 1


def packaged() -> Path:
    return font_folders()[-1]


def test_134_letters_are_asked_for() -> None:
    assert len(MARKED_LETTERS) == 134
    missing = missing_letters(BARE)
    assert 80 < len(missing) < 134
    assert "ẩ" in missing


def test_this_machine_has_times_metrics() -> None:
    choice = choose_fonts()
    assert choice.family in ("Liberation Serif", "Times New Roman")
    assert not choice.is_fallback
    assert not missing_letters(choice.bold)


def test_a_face_without_the_letters_is_refused_and_named(tmp_path: Path) -> None:
    for style in ("Regular", "Bold", "Italic"):
        shutil.copy(BARE, tmp_path / f"LiberationSerif-{style}.ttf")
    choice = choose_fonts([tmp_path, packaged()])
    assert choice.family == "Be Vietnam Pro"
    assert choice.is_fallback
    assert choice.size_factor < 1
    assert any("LiberationSerif-Bold.ttf: thiếu" in reason for reason in choice.refused)


def test_no_fonts_at_all(tmp_path: Path) -> None:
    with pytest.raises(NoFontsError) as caught:
        choose_fonts([tmp_path])
    assert caught.value.facts == {"refused": "–"}


@pytest.mark.parametrize(
    "content", [b"", b"no font", b"\0\1\0\0" + b"\xff" * 60], ids=["empty", "text", "broken"]
)
def test_a_file_that_is_no_font_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "times.ttf").write_bytes(content)
    with pytest.raises(NoFontsError) as caught:
        choose_fonts([tmp_path])
    assert "times.ttf: không đọc được" in str(caught.value.facts["refused"])
    assert "timesbd.ttf: không có" in str(caught.value.facts["refused"])


def test_registering_twice_is_once() -> None:
    choice = choose_fonts()
    faces = registered(choice)
    before = list(pdfmetrics.getRegisteredFontNames())
    assert registered(choose_fonts()) is faces
    assert list(pdfmetrics.getRegisteredFontNames()) == before


def test_what_the_face_lacks_is_shown_as_a_question_mark() -> None:
    face = registered(choose_fonts()).regular
    assert face.shown("Vương 王 Mẫu") == "Vương ? Mẫu"

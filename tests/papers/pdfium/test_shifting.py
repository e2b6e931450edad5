"""A print moved on its paper: by so many millimetres, and nothing else."""

from __future__ import annotations

import pytest

from counter_app.domain.errors.paper import PreviewError
from counter_app.papers.documents import receipt_pdf
from counter_app.papers.fonts import choose_fonts
from counter_app.papers.pdfium.shifting import page_size, shifted
from tests.papers import samples
from tests.papers.reading import images, ink_box


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return receipt_pdf(samples.RECEIPT, samples.MARKS, samples.form_set(), choose_fonts(), "A5")


def test_sizes_are_told_in_millimetres(pdf: bytes) -> None:
    assert page_size(pdf) == (pytest.approx(148, abs=0.01), pytest.approx(210, abs=0.01))


@pytest.mark.parametrize(("right", "down"), [(1.5, 0.0), (0.0, -2.0), (-0.7, 1.3)])
def test_ink_moves_as_asked(pdf: bytes, right: float, down: float) -> None:
    moved = shifted(pdf, right, down)
    assert page_size(moved) == pytest.approx(page_size(pdf))
    for before, after in zip(
        images(pdf, 300, one_bit=False), images(moved, 300, one_bit=False), strict=True
    ):
        old, new = ink_box(before, 300), ink_box(after, 300)
        assert old is not None
        assert new is not None
        assert new[0] - old[0] == pytest.approx(right, abs=0.1)
        assert new[1] - old[1] == pytest.approx(down, abs=0.1)


def test_nothing_to_move_is_the_very_file(pdf: bytes) -> None:
    assert shifted(pdf, 0, 0) is pdf


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(PreviewError):
        page_size(b"no PDF")

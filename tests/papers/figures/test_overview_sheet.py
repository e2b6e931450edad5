"""The page of pictures on paper: one page, all figures, the same bytes again."""

from __future__ import annotations

import pytest

from counter_app.domain.reports.overview_paper import OverviewPaper
from counter_app.domain.reports.sheet import check_code
from counter_app.papers.figures.overview import overview_pdf
from counter_app.papers.fonts import choose_fonts, registered
from tests.papers import samples
from tests.papers.figures import made, overview_made
from tests.papers.reading import texts


@pytest.mark.parametrize("marks", [samples.MARKS, samples.PRACTISED])
def test_one_page_bears_every_figure(marks: object) -> None:
    overview = overview_made.overview()
    content = OverviewPaper(made.paper(overview.sheet), overview.pictures)
    faces = registered(choose_fonts())
    pdf = overview_pdf(content, marks, samples.form_set(), faces)  # type: ignore[arg-type]
    (page,) = texts(pdf)
    words = " ".join(page.split())
    for picture in overview.pictures:
        assert picture.title in words
        assert all(figure.words in words for row in picture.figures for figure in row[:9])
    assert check_code(overview.sheet) in words
    again = overview_pdf(content, marks, samples.form_set(), faces)  # type: ignore[arg-type]
    assert again == pdf


def test_an_empty_office_says_so_four_times() -> None:
    overview = overview_made.overview(empty=True)
    content = OverviewPaper(made.paper(overview.sheet), overview.pictures)
    pdf = overview_pdf(content, samples.MARKS, samples.form_set(), registered(choose_fonts()))
    (page,) = texts(pdf)
    assert page.count("Chưa có số liệu.") == 4

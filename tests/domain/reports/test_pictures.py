"""Where things of a picture are drawn, and what its small table says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.reports.pictures import (
    Fill,
    PictureKind,
    drawing,
    numbers,
    steps_to,
)
from tests.papers.figures.overview_made import pictures

FLOW, SHARES, AGES, HOURS = pictures()


@pytest.mark.parametrize("picture", [*pictures(), *pictures(empty=True), *pictures(agencies=1)])
def test_everything_lies_within_the_picture(picture: object) -> None:
    shown = drawing(picture)  # type: ignore[arg-type]
    for rect in (*(area.rect for area in shown.areas), *(shown.spots or {}).values()):
        assert rect.x >= 0
        assert rect.y >= 0
        assert rect.x + rect.width <= 1.0001
        assert rect.y + rect.height <= 1.0001


def test_every_figure_has_its_spot_and_is_found_there() -> None:
    for picture in (FLOW, HOURS, AGES):
        spots = drawing(picture).spots
        assert spots is not None
        assert len(spots) == len(picture.series) * len(picture.places)
        for figure, rect in spots.items():
            middle = rect.x + rect.width / 2, rect.y + rect.height / 2
            assert drawing(picture).at(*middle) == figure


def test_what_is_below_its_target_is_told_by_its_pattern() -> None:
    values = [figure.value for figure in SHARES.figures[0] if figure.value is not None]
    fills = [area.fill for area in drawing(SHARES).areas]
    assert fills == [Fill.STRIPED if value < 900 else Fill.SOLID for value in values]
    assert {Fill.STRIPED, Fill.SOLID} == set(fills)


def test_the_ages_fill_the_whole_bar_and_differ_without_colour() -> None:
    bar = [area for area in drawing(AGES).areas if area.rect.y == 0.02]
    assert sum(area.rect.width for area in bar) == pytest.approx(1.0)
    assert len({area.fill for area in bar}) == len(bar) == 6


@given(st.integers(0, 1_000_000))
def test_a_grid_reaches_over_the_highest_bar(most: int) -> None:
    steps = steps_to(most)
    assert steps[0] == 0
    assert most <= steps[-1]
    assert 2 <= len(steps) <= 6
    assert len(steps) == len(set(steps))


def test_the_small_table_stands_around_the_chosen_figure() -> None:
    table = numbers(FLOW, 1, 29, 7)
    assert len(table.heads) == 8
    assert table.heads[-1] == FLOW.places[-1].short
    assert table.rows[1][-1] == FLOW.figures[1][29].words
    assert table.current == (1, 7)
    assert numbers(AGES, 0, 0, 3).current == (0, 1)
    assert numbers(HOURS, 2, 3, 20).rows == (
        (HOURS.series[2], *(figure.words for figure in HOURS.figures[2])),
    )
    assert numbers(SHARES, 2, 1, 3).rows[0][3] == SHARES.figures[2][1].words


def test_an_office_without_a_dossier_has_empty_pictures() -> None:
    assert all(picture.is_empty for picture in pictures(empty=True))
    kinds = [picture.kind for picture in pictures()]
    assert kinds == list(PictureKind)

"""What is said of what the server told: calm, and the counter goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from counter_app.desktop.presenters.data_state.notes import notes_of
from counter_app.services.counter.data_state import DataState, DayCompared
from counter_app.sync.state import SyncState
from tests.desktop.presenters.data_state.made import ALL_SENT, DATA, NOW, OFFLINE

DIFFERS = DayCompared(date(2025, 6, 30), NOW, 41, 42, same=False)
FORGED = replace(
    ALL_SENT,
    error="wire.catalogue_forged",
    facts={"host": "may-chu.example", "name": "procedures", "version": "2025.7"},
)


def test_nothing_to_say() -> None:
    assert notes_of(None, None) == ()
    assert notes_of(DATA, OFFLINE) == ()
    assert notes_of(replace(DATA, day=replace(DIFFERS, theirs=41, same=True)), ALL_SENT) == ()


def test_the_most_pressing_first_and_how_many_more() -> None:
    [note] = notes_of(replace(DATA, day=DIFFERS, held_deletions=57, wanted_program="9.1"), FORGED)
    assert "57 hồ sơ" in note.bold
    assert "vẫn hiện" in note.rest
    assert note.aside == "+3"


@pytest.mark.parametrize(
    ("data", "line", "bold", "rest"),
    [
        (DATA, FORGED, "procedures", "đang có"),
        (replace(DATA, day=DIFFERS), ALL_SENT, "30/06/2025: máy này có 41", "Không có gì bị mất"),
        (replace(DATA, wanted_program="9.1"), ALL_SENT, "9.1", "Vẫn tiếp nhận"),
        (replace(DATA, day=replace(DIFFERS, theirs=41)), None, "tiến độ", "so lại"),
    ],
)
def test_each_says_that_the_counter_goes_on(
    data: DataState, line: SyncState | None, bold: str, rest: str
) -> None:
    [note] = notes_of(data, line)
    assert bold in note.bold
    assert rest in note.rest
    assert note.aside == ""

"""What is said beside a kept file on its way to the province."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from counter_app.desktop.presenters.scanning_papers.shown import kept_row
from counter_app.services.dossiers.scanning import FileState, KeptFile, PaperFile
from tests.made import NOON, uid

FILE = PaperFile("a" * 32, uid(1), "Tờ khai", "0" * 64, 2000, 2, "scanner", uid(2), NOON)


@pytest.mark.parametrize(
    ("changes", "here", "words"),
    [
        ({}, True, "chờ tải lên"),
        ({}, False, "thiếu tệp trên máy này"),
        ({"uploaded": 999}, True, "đã tải lên 49%"),
        ({"problem": "file-digest"}, True, "chưa tải lên được, sẽ thử lại"),
        ({"state": FileState.SENT}, True, "đã tải lên"),
        ({"state": FileState.SENT}, False, "đã tải lên, thiếu tệp trên máy này"),
        ({"state": FileState.CLEARED}, False, "đã tải lên, không giữ trên máy này"),
    ],
)
def test_how_far_a_file_is(changes: dict[str, object], here: bool, words: str) -> None:
    file = dataclasses.replace(FILE, **changes)  # type: ignore[arg-type]
    row = kept_row(KeptFile(file, here), date(2000, 1, 1))
    assert row.meta.split(" · ")[1] == words

"""What a scan means."""

from __future__ import annotations

from datetime import datetime

import pytest

from counter_app.desktop.scanning.meaning import CardScan, CodeScan, OtherScan, meaning_of
from counter_app.domain.dates import VIETNAM
from counter_app.domain.people.citizen_card import NotACardWhy
from tests.desktop.scanning.hands import CARD, CODE

AT = datetime(2026, 11, 20, 9, 14, tzinfo=VIETNAM)


def test_a_card() -> None:
    meaning = meaning_of(CARD, AT.date(), AT)
    assert isinstance(meaning, CardScan)
    assert (meaning.reading.name, meaning.at) == ("Trần Thị Mẫu", AT)


@pytest.mark.parametrize(
    "text", [CODE, CODE.lower(), f"https://dichvucong.example.vn/tra-cuu?ma={CODE}"]
)
def test_a_dossiers_code(text: str) -> None:
    assert meaning_of(text, AT.date(), AT) == CodeScan(CODE, text, AT)


@pytest.mark.parametrize(
    ("text", "why", "number"),
    [
        ("001190000123|0123", NotACardWhy.CUT, "001190000123"),
        ("001190000123", NotACardWhy.CUT, "001190000123"),
        ("8934588012228", NotACardWhy.OTHER, ""),
        ("00020101021138540010A00000072701", NotACardWhy.BANK, ""),
        ("12345", NotACardWhy.TOO_SHORT, ""),
        (f"{CODE} {CODE[:-1]}4", NotACardWhy.OTHER, ""),
    ],
)
def test_something_else(text: str, why: NotACardWhy, number: str) -> None:
    assert meaning_of(text, AT.date(), AT) == OtherScan(why, text, number, AT)

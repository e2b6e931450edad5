"""Nobody else in the hall reads a whole name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.desktop.presenters.citizen.masks import masked_name, shown_name
from counter_app.domain.people.person import Person, PersonKind

WORDS = st.sampled_from(["Trần", "Thị", "Mẫu", "Đức", "Ý", "Nguyễn", "A", "Ông"])


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Trần Thị Mẫu", "T•• T•• Mẫu"),
        ("  Lê   An ", "L•• An"),
        ("Y", "Y••"),
        ("", ""),
        ("ĐẶNG NGUYỄN ÁNH DƯƠNG", "Đ•• N•• Á•• DƯƠNG"),
    ],
)
def test_the_given_name_alone_is_whole(name: str, shown: str) -> None:
    assert masked_name(name) == shown


@given(st.lists(WORDS, min_size=2, max_size=6).map(" ".join))
def test_a_name_never_stands_there_whole(name: str) -> None:
    shown = masked_name(name)
    assert name not in shown
    assert shown.count("••") == len(name.split()) - 1


def test_a_body_is_named_as_it_is_registered() -> None:
    company = Person("Công ty TNHH Mẫu", kind=PersonKind.BUSINESS)
    assert shown_name(company) == "Công ty TNHH Mẫu"
    assert shown_name(Person("Trần Thị Mẫu")) == "T•• T•• Mẫu"

"""The log's words: masked numbers, and corrections value by value."""

from __future__ import annotations

import json

import pytest

from counter_app.domain.acts.steps import Change
from counter_app.domain.journal.outcome import State
from counter_app.wording.log import SENT, changed_values, masked_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("thẻ 001184000123 của", "thẻ 0011••••0123 của"),
        ("0900000456", "0900••••0456"),
        ("H26.15-250701-0103", "H26.15-250701-0103"),
        ("G00.99-20261120-0000017", "G00.99-20261120-0000017"),
        ("1.000.000 đồng", "1.000.000 đồng"),
        ("3f0011840001239a", "3f0011840001239a"),
    ],
)
def test_numbers_are_masked(text: str, shown: str) -> None:
    assert masked_text(text) == shown


def test_only_what_differs() -> None:
    before = {"name": "Trần Thị Mẫu", "phone": "0900000456", "birth_date": "1984-02-03"}
    after = {"name": "Trần Thị Mẫu", "birth_date": "1984-03-02"}
    change = Change("/applicant", json.dumps(before), json.dumps(after))
    shown = [(each.what, each.before, each.after) for each in changed_values(change)]
    assert shown == [
        ("Chủ hồ sơ, Điện thoại", "0900••••0456", ""),
        ("Chủ hồ sơ, Ngày sinh", "03/02/1984", "02/03/1984"),
    ]


def test_lists_flags_and_what_is_no_json() -> None:
    papers = Change("/papers", '[{"missing": true, "name": "A"}]', '[{"missing": false}]')
    assert {(each.before, each.after) for each in changed_values(papers)} == {
        ("có", "không"),
        ("A", ""),
    }
    odd = Change("/xyz", "null", "không phải JSON")
    (value,) = changed_values(odd)
    assert (value.what, value.before, value.after) == ("xyz", "", "không phải JSON")


def test_every_state_has_its_word() -> None:
    assert SENT.keys() == set(State)

"""JSON that nests without end is told by its text, never by a parser without stack."""

from __future__ import annotations

import pytest

from counter_app.domain.acts.steps import Change
from counter_app.domain.dossiers.correction import corrected
from counter_app.domain.journal.nesting import DEEPEST, depth, is_too_deep, read_value
from tests.made import received

BOMB = "[" * 100_000


def nested(levels: int) -> str:
    return "[" * levels + "]" * levels


def test_what_nests_too_deep_is_no_value() -> None:
    assert read_value(nested(DEEPEST)) is not None
    for text in (nested(DEEPEST + 1), BOMB, '{"a":' * 50_000):
        assert is_too_deep(text)
        with pytest.raises(ValueError, match="too deep"):
            read_value(text)


def test_brackets_in_a_text_and_side_by_side_are_no_depth() -> None:
    many = "[" + ",".join(["[1]"] * 1000) + "]"
    assert depth(many) == 2
    assert not is_too_deep(many)
    assert read_value('"' + "[" * 100 + '"') == "[" * 100


def test_a_correction_with_a_bomb_in_it_changes_nothing() -> None:
    before = received()
    good = Change("/note", '""', '"sót một giấy"')
    after = corrected(before, (Change("/note", '""', BOMB), good))
    assert after.note == "sót một giấy"

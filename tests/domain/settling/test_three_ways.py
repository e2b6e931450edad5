from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.acts.steps import Change
from counter_app.domain.settling.three_ways import Choice, differences, merged

VALUES = st.dictionaries(st.sampled_from("abc"), st.sampled_from(["1", "2", None]), max_size=3)


def text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def test_only_what_both_changed_otherwise_must_be_chosen() -> None:
    change = Change("/applicant", '{"name": "A", "phone": "1"}', '{"name": "B", "phone": "2"}')
    found = differences(change, '{"email": "x", "name": "A", "phone": "3"}')
    assert {each.path[1]: each.choice for each in found} == {
        "name": Choice.MINE, "phone": None, "email": Choice.THEIRS,
    }  # fmt: skip
    with pytest.raises(KeyError):
        merged(change, '{"name": "A", "phone": "3"}', {})


@given(VALUES, VALUES, VALUES)
def test_all_theirs_leaves_nothing_and_all_mine_leaves_mine(
    base: dict[str, str | None], mine: dict[str, str | None], theirs: dict[str, str | None]
) -> None:
    change = Change("/x", text(base), text(mine))
    found = differences(change, text(theirs))
    assert (
        merged(change, text(theirs), dict.fromkeys((e.path for e in found), Choice.THEIRS)) is None
    )
    kept = merged(change, text(theirs), dict.fromkeys((e.path for e in found), Choice.MINE))
    after = json.loads(kept.after) if kept else theirs
    assert {k: v for k, v in after.items() if v} == {k: v for k, v in mine.items() if v}
    if kept is not None:
        assert json.loads(kept.before) == theirs

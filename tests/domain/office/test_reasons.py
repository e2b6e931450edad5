from __future__ import annotations

import json

import pytest

from counter_app.config import resource
from counter_app.domain.office.reasons import ReasonGroup, ReasonList, ReasonUse, StandingReason
from counter_app.domain.plain import from_plain, to_plain
from counter_app.domain.text import clean


@pytest.fixture(scope="module")
def shipped() -> ReasonList:
    return from_plain(ReasonList, json.loads(resource("centre", "reasons.json").read_text("utf-8")))


def test_every_use_has_its_reasons_each_once(shipped: ReasonList) -> None:
    for use in ReasonUse:
        texts = [each.text for each in shipped.of(use)]
        assert texts, use
        assert len(set(texts)) == len(texts)
        assert texts == [clean(text) for text in texts]


def test_the_digits_are_enough_for_any_use(shipped: ReasonList) -> None:
    assert all(len(group.reasons) <= 9 for group in shipped.groups)


def test_it_travels_as_plain_data(shipped: ReasonList) -> None:
    assert from_plain(ReasonList, to_plain(shipped)) == shipped


def test_a_province_may_split_a_use_and_leave_one_out() -> None:
    one, two = StandingReason("a", "b"), StandingReason("c")
    listed = ReasonList(
        "1", (ReasonGroup(ReasonUse.STOP, (one,)), ReasonGroup(ReasonUse.STOP, (two,)))
    )
    assert listed.of(ReasonUse.STOP) == (one, two)
    assert listed.of(ReasonUse.REFUSAL) == ()


def test_a_reason_has_words() -> None:
    with pytest.raises(ValueError, match="words"):
        StandingReason(" ")

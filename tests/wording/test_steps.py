"""Tables of short words are whole."""

from __future__ import annotations

from datetime import date

from counter_app.domain.acts.received import ResultWay
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.acts.steps import ContactWay, PayMethod
from counter_app.domain.people.person import Authority, Capacity
from counter_app.domain.procedures.channels import Channel
from counter_app.wording.parts import joined
from counter_app.wording.steps import (
    CAPACITIES,
    CHANNELS,
    CONTACT_WAYS,
    PAY_METHODS,
    RESULT_WAYS,
    capacity_words,
    counted_results,
    papers_words,
    result_words,
)


def test_every_value_has_its_word() -> None:
    tables = (
        (CAPACITIES, Capacity),
        (CHANNELS, Channel),
        (CONTACT_WAYS, ContactWay),
        (PAY_METHODS, PayMethod),
        (RESULT_WAYS, ResultWay),
    )
    for table, values in tables:
        assert list(table) == list(values)
        assert all(table.values())


def test_capacity_names_its_paper() -> None:
    assert capacity_words(Authority(Capacity.MOTHER)) == "mẹ"
    assert capacity_words(Authority(Capacity.AUTHORISED, "07")) == "người được ủy quyền, giấy số 07"
    dated = Authority(Capacity.INTRODUCTION_LETTER, "07", date(2025, 6, 30))
    assert capacity_words(dated) == "người được giới thiệu, giấy số 07 ngày 30/06/2025"


def test_papers_are_counted() -> None:
    paper = ResultPaper("Giấy khai sinh", "118/2025", abstract="bản chính")
    assert result_words(paper) == "Giấy khai sinh, bản chính, số 118/2025"
    assert counted_results((paper,)) == "Giấy khai sinh 1 bản"
    assert papers_words(1, 0, 2) == "bản chính 1 · bản photo 2"
    assert papers_words(0, 0, 0) == ""
    assert joined("", "a", "", "b") == "a · b"

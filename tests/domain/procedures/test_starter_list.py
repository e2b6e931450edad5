"""The list that ships: ours, complete, marked as a sample."""

from __future__ import annotations

import json
import unicodedata
from datetime import date

import pytest

from counter_app.config import resource
from counter_app.domain.deadlines.limit import LimitUnit
from counter_app.domain.plain import from_plain, to_plain
from counter_app.domain.procedures.catalogue import Catalogue
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import Count, fee_lines, open_fees
from counter_app.domain.procedures.procedure import Level, ReceivedIn

DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def starter() -> Catalogue:
    text = resource("procedures", "starter.json").read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    plain = json.loads(text)
    catalogue = from_plain(Catalogue, plain)
    assert to_plain(catalogue) == plain, "a field was misspelt, or equals its default"
    return catalogue


def test_it_has_common_procedures_of_both_levels_all_marked_as_samples(
    starter: Catalogue,
) -> None:
    assert len(starter.procedures) >= 25
    assert all(procedure.sample for procedure in starter.procedures)
    assert "Dữ liệu mẫu" in starter.note
    for level in (Level.PROVINCE, Level.COMMUNE):
        assert sum(level in procedure.levels for procedure in starter.procedures) >= 8
    codes = [procedure.national_code for procedure in starter.procedures]
    assert len(codes) == len(set(codes))


def test_every_procedure_can_be_worked_with(starter: Catalogue) -> None:
    agencies = json.loads(resource("centre", "agencies.json").read_text("utf-8"))["agencies"]
    known = {agency["code"] for agency in agencies}
    for procedure in starter.procedures:
        assert procedure.agency_code in known
        assert procedure.channels
        assert procedure.results
        assert procedure.legal_basis
        assert procedure.papers_of(procedure.case_names[0] if procedure.case_names else "")


def test_it_has_every_kind_that_a_counter_meets(starter: Catalogue) -> None:
    limits = {terms.limit.unit for each in starter.procedures for terms in each.channels}
    assert limits == set(LimitUnit)
    assert {each.received_in for each in starter.procedures} == set(ReceivedIn)
    papers = [p for each in starter.procedures for case in each.cases for p in case.papers]
    assert any(paper.present_only for paper in papers)
    assert any(paper.from_database for paper in papers)
    assert any(paper.certified for paper in papers)
    assert any(each.immediate_result for each in starter.procedures)
    assert any(each.after_15h_next_day for each in starter.procedures)
    assert any(len(each.case_names) > 1 for each in starter.procedures)


@pytest.mark.parametrize(
    ("code", "channel", "count", "amount"),
    [
        ("2.000815", Channel.COUNTER, Count(10), 12_000),
        ("2.000815", Channel.COUNTER, Count(1000, 2), 400_000),
        ("2.000884", Channel.COUNTER, Count(1), 10_000),
        ("2.000635", Channel.ONLINE, Count(3), 24_000),
        ("1.004222", Channel.COUNTER, Count(1), 20_000),
        ("1.004222", Channel.ONLINE, Count(1), 10_000),
    ],
)
def test_fees_are_those_of_the_circulars(
    starter: Catalogue, code: str, channel: Channel, count: Count, amount: int
) -> None:
    procedure = starter.version_on(code, DAY)
    assert procedure is not None
    terms = procedure.terms_for(channel)
    assert terms is not None
    counts = {rule.label: count for rule in terms.fees}
    assert [line.amount for line in fee_lines(terms.fees, DAY, channel, counts)] == [amount]


def test_a_late_birth_has_a_charge_that_only_the_council_knows(starter: Catalogue) -> None:
    birth = starter.version_on("1.001193.000.00.00.H26", DAY)
    assert birth is not None
    terms = birth.terms_for(Channel.COUNTER)
    assert terms is not None
    assert fee_lines(terms.fees, DAY, Channel.COUNTER) == ()
    (rule,) = open_fees(terms.fees, DAY, Channel.COUNTER)
    assert rule.by_council
    assert not rule.is_known

from __future__ import annotations

import json
from typing import Any

import pytest

from counter_app.config import resource
from counter_app.services.catalogue_import.procedures_of_plain import procedures_of_plain
from counter_app.services.catalogue_import.report import Findings

LIMIT = {"unit": "working_day", "value": "3", "text": "3 ngày làm việc"}
GOOD: dict[str, Any] = {
    "code": "1.004837",
    "name": "Đăng ký giám hộ",
    "channels": [{"channel": "counter", "limit": LIMIT}],
}


def build(items: list[object]) -> tuple[list[str], list[str], list[str]]:
    findings = Findings()
    taken = procedures_of_plain(items, findings, lambda _done, _total: None)
    return (
        [procedure.code for procedure in taken],
        [found.problem.code for found in findings.doubts],
        [found.problem.code for found in findings.refusals],
    )


def test_our_own_list_goes_in_whole() -> None:
    items = json.loads(resource("procedures", "starter.json").read_text("utf-8"))["procedures"]
    taken, _, refused = build(items)
    assert taken == [item["code"] for item in items]
    assert refused == []


@pytest.mark.parametrize(
    "item",
    [
        7,
        None,
        [],
        {},
        {"code": "1.004837"},
        {**GOOD, "code": "1.48"},
        {**GOOD, "name": ""},
        {**GOOD, "name": "ế" * 1001},
        {**GOOD, "name": 5},
        {**GOOD, "levels": ["district"]},
        {**GOOD, "approved": "x"},
        {**GOOD, "channels": [{"channel": "counter", "limit": {"unit": "day"}}]},
        {**GOOD, "channels": GOOD["channels"] * 2},
        {**GOOD, "cases": [{"papers": [{"name": "Đơn", "originals": 1.5}]}]},
        {**GOOD, "effective_from": "01/07/2025"},
    ],
)
def test_an_item_that_is_wrong_is_refused_alone(item: object) -> None:
    other = {**GOOD, "code": "1.001193", "name": "Đăng ký khai sinh"}
    assert build([item, other]) == (["1.001193"], [], ["catalogue.item_unread"])


def test_unknown_limits_open_fees_and_notes_are_doubts() -> None:
    fees = [
        {"name": "Lệ phí", "kind": "charge", "by_council": True},
        {"name": "Phí", "kind": "fee"},
        {"name": "Phí online", "kind": "fee", "amount": 0},
    ]
    channel = {"channel": "counter", "limit": {"unit": "unknown", "value": "3"}, "fees": fees}
    papers = [{"name": "Lưu ý: bản chính"}]
    item = {**GOOD, "channels": [channel], "cases": [{"papers": papers}]}
    assert build([item]) == (
        ["1.004837"],
        [
            "catalogue.limit_without_unit",
            "catalogue.fee_by_council",
            "catalogue.fee_missing",
            "catalogue.fee_free",
            "catalogue.note_as_paper",
        ],
        [],
    )


def test_one_version_twice_is_kept_once_or_not_at_all() -> None:
    assert build([GOOD, GOOD]) == (["1.004837"], ["catalogue.given_twice"], [])
    other = {**GOOD, "note": "khác"}
    assert build([GOOD, other, GOOD])[0] == []
    assert "catalogue.clash" in build([GOOD, other])[2]
    assert build([GOOD, {**GOOD, "version": "2"}]) == (["1.004837"] * 2, [], [])


def test_one_name_for_two_codes_is_a_doubt() -> None:
    assert build([GOOD, {**GOOD, "code": "1.004838"}])[1] == ["catalogue.same_name"]


def test_a_paper_too_long_refuses_its_procedure() -> None:
    item = {**GOOD, "cases": [{"papers": [{"name": "ế" * 1001}]}]}
    assert build([item]) == ([], [], ["catalogue.paper_too_long"])

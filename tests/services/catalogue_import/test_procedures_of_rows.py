from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.plain import from_plain, to_plain
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import FeeKind, FeeRule
from counter_app.domain.procedures.procedure import Level, Procedure, ServiceLevel
from counter_app.domain.procedures.required_paper import Case, RequiredPaper
from counter_app.services.catalogue_import.columns import Column
from counter_app.services.catalogue_import.procedures_of_rows import procedures_of_rows
from counter_app.services.catalogue_import.report import Findings, RowDoubt
from counter_app.services.catalogue_import.rows import rows_of_objects
from counter_app.wording.catalogue import PROBLEMS

CODE, NAME, PAPER, LIMIT = "Mã TTHC", "Tên TTHC", "Giấy tờ", "Thời hạn"
CHANNEL, AMOUNT, FEE = "Kênh", "Mức thu", "Tên phí, lệ phí"
GOOD = {CODE: "1.004837", NAME: "Đăng ký giám hộ", LIMIT: "3 ngày làm việc"}


def build(
    rows: Sequence[dict[str, object]],
) -> tuple[tuple[Procedure, ...], tuple[RowDoubt, ...], tuple[RowDoubt, ...]]:
    findings = Findings()
    table = rows_of_objects(rows, "danh-muc.json")
    taken = procedures_of_rows(table.rows, findings, lambda _done, _total: None)
    for found in (*findings.doubts, *findings.refusals):
        # Every sentence is complete: a missing fact would raise KeyError here.
        assert PROBLEMS[found.problem.code].format_map(dict(found.problem.facts))
    return taken, findings.doubts, findings.refusals


def codes(found: Sequence[RowDoubt]) -> list[str]:
    return [each.problem.code.removeprefix("catalogue.") for each in found]


def test_a_whole_procedure_from_rows_that_each_say_a_part() -> None:
    taken, doubts, refused = build(
        [
            {
                CODE: "1.004837.000.00.00.H26",
                NAME: "Đăng ký giám hộ",
                "Lĩnh vực": "Hộ tịch",
                "Cấp thực hiện": "Cấp tỉnh, Cấp xã",
                "Kết quả": "Trích lục; Quyết định",
                "Mức độ": "Toàn trình",
                "Hiệu lực từ": "01/07/2025",
                "Phi địa giới": "x",
                "Mã cơ quan": "H26.15",
            },
            {CODE: "1.004837", CHANNEL: "trực tiếp", LIMIT: "3 ngày làm việc"},
            {CODE: "1.004837", CHANNEL: "trực tuyến", LIMIT: 2, "Đơn vị thời hạn": "ngày làm việc"},
            {CODE: "1.004837", PAPER: "Tờ khai", "Bản chính": 1, "Mẫu đơn": "TK-01"},
            {PAPER: "Thẻ Căn cước", "Bản chính": "01", "Chỉ xuất trình": "x", "Bắt buộc": "không"},
            {PAPER: "Văn bản cử", "Trường hợp": "Giám hộ cử", "Bản sao": "1 bản"},
            {CODE: "1.004837", FEE: "Lệ phí hộ tịch", AMOUNT: "8.000", CHANNEL: "trực tiếp"},
        ]
    )
    assert (doubts, refused) == ((), ())
    (procedure,) = taken
    counter_fee = FeeRule("Lệ phí hộ tịch", FeeKind.CHARGE, 8000, published="8.000")
    assert procedure.code == "1.004837.000.00.00.H26"
    assert procedure.levels == (Level.PROVINCE, Level.COMMUNE)
    assert procedure.results == ("Trích lục", "Quyết định")
    assert procedure.service_level is ServiceLevel.FULL
    assert procedure.effective_from == date(2025, 7, 1)
    assert procedure.non_territorial
    assert not procedure.sample
    assert procedure.cases == (
        Case(
            "",
            (
                RequiredPaper("Tờ khai", originals=1, form_reference="TK-01"),
                RequiredPaper("Thẻ Căn cước", originals=1, present_only=True, required=False),
            ),
        ),
        Case("Giám hộ cử", (RequiredPaper("Văn bản cử", photocopies=1),)),
    )
    counter, online = procedure.channels
    assert counter.limit == Limit(LimitUnit.WORKING_DAY, Decimal(3), "3 ngày làm việc")
    assert counter.fees == (counter_fee,)
    assert (online.channel, online.limit.value, online.fees) == (Channel.ONLINE, Decimal(2), ())


def test_without_a_channel_it_is_received_at_the_counter() -> None:
    ((procedure,), _, _) = build([GOOD])
    assert [terms.channel for terms in procedure.channels] == [Channel.COUNTER]


def test_a_limit_without_a_channel_holds_where_there_is_no_own_one() -> None:
    rows = [GOOD, {CHANNEL: "trực tuyến", LIMIT: "1 ngày làm việc"}, {CHANNEL: "bưu chính"}]
    ((procedure,), doubts, _) = build(rows)
    assert doubts == ()
    assert [terms.limit.value for terms in procedure.channels] == [Decimal(1), Decimal(3)]


@pytest.mark.parametrize(
    ("row", "doubt"),
    [
        ({LIMIT: "3"}, "limit_without_unit"),
        ({LIMIT: None}, "limit_missing"),
        ({LIMIT: "sớm nhất"}, "limit_unread"),
        ({AMOUNT: 0}, "fee_zero"),
        ({FEE: "Phí thẩm định"}, "fee_missing"),
        ({AMOUNT: "HĐND tỉnh quy định"}, "fee_by_council"),
        ({AMOUNT: 40}, "fee_small"),
        ({AMOUNT: [1000, 2000, 200_000]}, "fee_unread"),
        ({PAPER: "Lưu ý: mang theo bản chính"}, "note_as_paper"),
        ({PAPER: "Tờ khai", "Bản chính": "nhiều"}, "value_unread"),
        ({PAPER: "Tờ khai", "Bắt buộc": "tùy"}, "value_unread"),
        ({"Cấp thực hiện": "Cấp huyện"}, "value_unread"),
        ({"Hiệu lực từ": "tháng 7"}, "value_unread"),
        ({"Phi địa giới": "một số"}, "value_unread"),
        ({AMOUNT: 5000, "Mức thu từ ngày": "2026"}, "value_unread"),
        (
            {AMOUNT: 5000, "Mức thu từ ngày": "02/01/2026", "Mức thu đến ngày": "01/01/2026"},
            "value_unread",
        ),
    ],
)
def test_what_is_doubtful_goes_in_as_unknown_and_is_named(
    row: dict[str, object], doubt: str
) -> None:
    taken, doubts, refused = build([{**GOOD, **row}])
    assert len(taken) == 1
    assert refused == ()
    assert codes(doubts) == [doubt]
    assert doubts[0].row == 1
    assert doubts[0].name == "Đăng ký giám hộ"
    unknown = [rule for terms in taken[0].channels for rule in terms.fees if not rule.is_known]
    assert bool(unknown) is doubt.startswith("fee_")


@pytest.mark.parametrize(
    ("rows", "refusal", "at"),
    [
        ([{**GOOD, CODE: "1.48"}], "bad_code", 1),
        ([{**GOOD, CODE: {"a": 1}}], "bad_code", 1),
        ([{**GOOD, CODE: None}], "code_missing", 1),
        ([{PAPER: "Tờ khai"}], "row_alone", 1),
        ([{CODE: "1.004837", PAPER: "Tờ khai"}], "name_missing", 1),
        ([{**GOOD, NAME: "ế" * 1001}], "name_too_long", 1),
        ([GOOD, {PAPER: "ế" * 1001}], "paper_too_long", 2),
        ([GOOD, {**GOOD, NAME: "Đăng ký giám hộ khác"}], "two_values", 2),
        ([{**GOOD, CODE: f"1.004837.000.00.00.{h}"} for h in ("H26", "H60")], "two_codes", 1),
        ([GOOD, {CHANNEL: "Fax", LIMIT: "1 ngày"}], "bad_channel", 2),
        ([GOOD, {PAPER: "#REF!"}], "cell_error", 2),
        ([GOOD, {PAPER: {"tên": "Tờ khai"}}], "cell_error", 2),
        (
            [{**GOOD, "Hiệu lực từ": "02/01/2026", "Hiệu lực đến": "01/01/2026"}],
            "ends_before_begin",
            1,
        ),
    ],
)
def test_what_would_be_false_refuses_the_whole_procedure_and_only_that(
    rows: list[dict[str, object]], refusal: str, at: int
) -> None:
    other = {CODE: "1.001193", NAME: "Đăng ký khai sinh", LIMIT: "Trong ngày"}
    taken, doubts, refused = build([*rows, other])
    assert [procedure.code for procedure in taken] == ["1.001193"]
    assert refusal in codes(refused)
    assert next(each.row for each in refused if each.problem.code.endswith(refusal)) == at
    assert all(each.problem.is_false for each in refused)
    assert not any(each.problem.is_false for each in doubts)


def test_two_limits_for_one_channel_leave_it_unknown() -> None:
    rows = [
        GOOD,
        {CHANNEL: "trực tuyến", LIMIT: "2 ngày"},
        {CHANNEL: "trực tuyến", LIMIT: "5 ngày"},
    ]
    ((procedure,), doubts, _) = build(rows)
    assert procedure.channels[0].limit == Limit(LimitUnit.UNKNOWN, None, "2 ngày; 5 ngày")
    assert codes(doubts) == ["limits_differ_online"]


def test_one_name_for_two_codes_keeps_both_and_says_so() -> None:
    taken, doubts, _ = build([GOOD, {**GOOD, CODE: "1.004838"}])
    assert len(taken) == 2
    assert codes(doubts) == ["same_name"]
    assert dict(doubts[0].problem.facts) == {"other": "1.004837"}


def test_a_paper_given_twice_is_kept_once() -> None:
    ((procedure,), doubts, _) = build([{**GOOD, PAPER: "Đơn"}, {PAPER: "Đơn"}, {PAPER: "Đơn"}])
    assert procedure.papers_of() == (RequiredPaper("Đơn"),)
    assert codes(doubts) == ["same_paper"]


def test_values_that_disagree_are_left_empty() -> None:
    rows = [{**GOOD, "Lĩnh vực": "Hộ tịch"}, {CODE: "1.004837", "Lĩnh vực": "Tư pháp"}]
    ((procedure,), doubts, _) = build(rows)
    assert procedure.field_name == ""
    assert codes(doubts) == ["values_differ"]


def test_what_every_row_repeats_is_told_once_with_all_its_rows() -> None:
    rows = [{**GOOD, LIMIT: "7", PAPER: f"Giấy {number}"} for number in range(4)]
    _, doubts, _ = build(rows)
    assert codes(doubts) == ["limit_without_unit"]
    assert (doubts[0].row, doubts[0].also_rows) == (1, (2, 3, 4))


def test_papers_below_a_refused_code_never_join_the_procedure_above() -> None:
    ((procedure,), _, refused) = build([GOOD, {CODE: "1.0048", NAME: "Lạ"}, {PAPER: "Đơn lạ"}])
    assert procedure.cases == ()
    assert codes(refused) == ["bad_code", "row_alone"]


def test_a_code_kept_as_a_number_gets_its_zero_back() -> None:
    ((procedure,), _, _) = build([{**GOOD, CODE: 1.00487}])
    assert procedure.code == "1.004870"


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
    st.sampled_from(["1.001193", "3 ngày", "HĐND", "x", "trực tiếp", "2.000 đồng/", "01/01/2026"]),
    st.lists(st.text(max_size=5) | st.integers(), max_size=3),
)
ROW = st.dictionaries(st.sampled_from([column.value for column in Column]), CELLS)


@given(st.lists(ROW, max_size=8))
def test_any_cells_make_whole_procedures_or_findings(rows: list[dict[str, object]]) -> None:
    taken, _, refused = build([GOOD, *rows])
    kept = {procedure.national_code for procedure in taken}
    assert "1.004837" in kept | {found.code for found in refused}
    assert not kept & {found.code for found in refused if found.name}
    for procedure in taken:
        assert from_plain(Procedure, to_plain(procedure)) == procedure

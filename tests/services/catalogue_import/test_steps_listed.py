"""The steps of an internal process, as provinces list them."""

from __future__ import annotations

import pytest

from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.procedures.work_step import WorkStep
from counter_app.services.catalogue_import.procedures_of_rows import procedures_of_rows
from counter_app.services.catalogue_import.report import Findings
from counter_app.services.catalogue_import.rows import rows_of_objects
from counter_app.services.catalogue_import.steps_listed import working_minutes

FIRST = {"Mã TTHC": "1.001612", "Tên TTHC": "Thủ tục mẫu", "Thời hạn": "3 ngày làm việc"}


def taken(*steps: dict[str, object]) -> tuple[tuple[Procedure, ...], list[str]]:
    findings = Findings()
    rows = [FIRST, *({"Mã TTHC": "1.001612", **step} for step in steps)]
    found = procedures_of_rows(rows_of_objects(rows, "x").rows, findings, lambda _, __: None)
    return found, [each.problem.code for each in (*findings.refusals, *findings.doubts)]


def test_steps_come_in_their_order_and_the_centre_has_no_unit() -> None:
    (procedure,), codes = taken(
        {"Bước thực hiện": "Ký", "Thứ tự bước": 3, "Vai trò": "Lãnh đạo",
         "Đơn vị thực hiện": "UBND", "Số giờ làm việc": "0,5 ngày"},
        {"Bước thực hiện": "Tiếp nhận", "Thứ tự bước": 1, "Đơn vị thực hiện": "Bộ phận một cửa",
         "Số giờ làm việc": 4},
        {"Bước thực hiện": "Thẩm định", "Thứ tự bước": 2, "Đơn vị thực hiện": "Phòng Mẫu",
         "Số giờ làm việc": "12 giờ"},
    )  # fmt: skip
    assert codes == []
    assert procedure.steps == (
        WorkStep("Tiếp nhận", minutes=240),
        WorkStep("Thẩm định", "", "Phòng Mẫu", 720),
        WorkStep("Ký", "Lãnh đạo", "UBND", 240),
    )


def test_without_steps_nothing_is_said_and_a_bad_one_refuses_the_procedure() -> None:
    (procedure,), codes = taken()
    assert (procedure.steps, codes) == ((), [])
    assert taken({"Bước thực hiện": "Ký", "Số giờ làm việc": "vài hôm"}) == (
        (),
        ["catalogue.step_time"],
    )
    same = {"Bước thực hiện": "Ký", "Thứ tự bước": 1}
    assert taken(same, {**same, "Bước thực hiện": "Duyệt"})[1] == ["catalogue.step_order"]
    found, codes = taken(same, same)
    assert [len(each.steps) for each in found] == [1]
    assert codes == ["catalogue.same_step"]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("", 0), ("4", 240), ("1/2 ngày", 240), ("30 phút", 30), ("2 ngày làm việc", 960),
     ("1 buổi.", 240), ("-1", None), ("9999 ngày", None), ("4 tuần", None), ("0,001", None)],
)  # fmt: skip
def test_times(text: str, minutes: int | None) -> None:
    assert working_minutes(text) == minutes

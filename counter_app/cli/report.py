"""`counter-app report`: a report on the terminal, as PDF or spreadsheet; a paper's check code."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counter_app.domain.problems import Problem
    from counter_app.domain.reports.period import Period
    from counter_app.services.counter.workplace import Workplace
    from counter_app.services.reports.asked import Report
    from counter_app.services.reports.proving import Proof

NAME = "report"
HELP = "lập báo cáo từ nhật ký: xem, ghi PDF hoặc bảng tính; đối chiếu mã kiểm tra trên giấy"
EXAMPLES = (
    "counter-app report --list",
    "counter-app report TÊN-BÁO-CÁO --period 2026-11 --officer tp01",
    "counter-app report TÊN-BÁO-CÁO --period 2026-Q4 --officer tp01 --pdf quy-4.pdf",
    "counter-app report TÊN-BÁO-CÁO --period 2026-W47 --officer tp01 --xlsx tuan-47.xlsx",
    "counter-app report --check 7KQ2-M9XD-4TRA --officer tp01",
)
_WHO = "người lập báo cáo"


def add(parser: argparse.ArgumentParser) -> None:
    """Add which report, of which days, for whom, and where it goes."""
    parser.add_argument("name", nargs="?", metavar="TÊN-BÁO-CÁO", help="tên, như --list ghi")
    parser.add_argument("--list", action="store_true", help="liệt kê các báo cáo rồi thôi")
    parser.add_argument(
        "--period",
        metavar="KỲ",
        help="2026-11, 2026-Q4, 2026-H1, 2026, 2026-W47, 2026-11-20 hoặc 2026-11-01..2026-11-20 "
        "(mặc định: kỳ đang chạy)",
    )
    parser.add_argument("--officer", metavar="TÊN", help="tên đăng nhập của người lập báo cáo")
    parser.add_argument("--pdf", type=Path, metavar="TỆP", help="ghi ra tệp PDF")
    parser.add_argument("--xlsx", type=Path, metavar="TỆP", help="ghi ra bảng tính")
    parser.add_argument("--check", metavar="MÃ", help="mã kiểm tra ở chân biểu giấy")


def run(arguments: argparse.Namespace) -> int:
    """List reports, make one, or check a code; 2 when it was asked for wrongly."""
    if arguments.list:
        return _list()
    if (arguments.name is None) == (arguments.check is None):
        print("Cần tên một báo cáo (xem --list), hoặc --check cùng mã kiểm tra.")
        return 2
    if arguments.check is not None and (arguments.period or arguments.pdf or arguments.xlsx):
        print("--check chỉ đối chiếu: không dùng cùng --period, --pdf hay --xlsx.")
        return 2
    if not arguments.officer:
        print("Cần --officer: tên đăng nhập của người được xem báo cáo.")
        return 2
    return _check(arguments) if arguments.name is None else _make(arguments)


def _list() -> int:
    from counter_app.services.reports.shelf import REPORTS

    for group in dict.fromkeys(each.group for each in REPORTS):
        print(group)
        for each in REPORTS:
            if each.group == group:
                print(f"  {each.name:<28} {each.title}")
    return 0


def _make(arguments: argparse.Namespace) -> int:
    from counter_app.app.home import open_home
    from counter_app.cli.progress import Bar
    from counter_app.cli.report_table import table_lines
    from counter_app.cli.signing_in import signed_in
    from counter_app.domain.problems import Problem
    from counter_app.services.reports.making import follow, make_report
    from counter_app.services.reports.standing import standing_words

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        place = home.workplace()
        asked = _asked(arguments, place)
        if isinstance(asked, Problem):
            return _wrong(asked)
        report, period = asked
        session = signed_in(home, place, arguments.officer, NAME, _WHO)
        follow(place, Bar("Đọc nhật ký"))
        sheet = make_report(place, session, report, period)
        if arguments.pdf is None and arguments.xlsx is None:
            for line in table_lines(sheet, shutil.get_terminal_size((100, 24)).columns):
                print(line)
            print()
            print(standing_words(sheet))
            return 0
        if arguments.pdf is not None:
            from counter_app.papers.fonts import choose_fonts
            from counter_app.services.reports.handing_out import save_pdf

            save_pdf(place, session, sheet, choose_fonts(), arguments.pdf)
            print(f"Đã ghi {arguments.pdf}")
        if arguments.xlsx is not None:
            from counter_app.services.reports.handing_out import save_xlsx

            save_xlsx(place, session, sheet, arguments.xlsx)
            print(f"Đã ghi {arguments.xlsx}")
        print(standing_words(sheet))
    return 0


def _asked(arguments: argparse.Namespace, place: Workplace) -> tuple[Report, Period] | Problem:
    """Return the report and the days that were asked for, or what is wrong with the question."""
    from counter_app.domain.dates import vietnam_time
    from counter_app.domain.problems import Problem, false
    from counter_app.domain.reports.period import Step, period_of
    from counter_app.domain.reports.typed_period import parse_period
    from counter_app.services.reports.shelf import report

    try:
        found = report(arguments.name)
    except KeyError:
        return false("report_unknown", name=arguments.name)
    if not arguments.period:
        today = vietnam_time(place.clock.now().at).date()
        return found, period_of(found.steps[0] if found.steps else Step.DAY, today)
    period = parse_period(arguments.period)
    if isinstance(period, Problem):
        return period
    if period.step not in found.steps:
        return false("period_not_offered", title=found.title, text=arguments.period)
    return found, period


def _check(arguments: argparse.Namespace) -> int:
    from counter_app.app.home import open_home
    from counter_app.cli.signing_in import signed_in
    from counter_app.domain.problems import Problem
    from counter_app.services.reports.proving import Verdict, prove

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        place = home.workplace()
        proof = prove(place, signed_in(home, place, arguments.officer, NAME, _WHO), arguments.check)
    if isinstance(proof, Problem):
        return _wrong(proof, 1)
    for line in _proof_lines(proof):
        print(line)
    return 0 if proof.verdict is Verdict.SAME else 1


def _proof_lines(proof: Proof) -> list[str]:
    from counter_app.domain.dates import shown_moment
    from counter_app.services.reports.proving import Verdict

    told = proof.handed_out
    lines = [f"{told.title} (biểu {told.name}), vị trí nhật ký {told.position}."]
    lines += [
        f"  {shown_moment(each.at)}  quầy {each.counter}  {each.officer}  ({each.file})"
        for each in proof.leavings
    ]
    said = {
        Verdict.SAME: "Lập lại bây giờ: mọi số liệu như trên giấy khi xuất.",
        Verdict.CHANGED: "Lập lại bây giờ: số liệu đã khác vì có bút toán ghi sau.",
        Verdict.GONE: "Chương trình bản này không còn lập báo cáo đó.",
    }[proof.verdict]
    later = f" Nhật ký đã thêm {proof.later} bút toán." if proof.later else ""
    return [*lines, f"{said}{later}"]


def _wrong(problem: Problem, code: int = 2) -> int:
    import sys

    from counter_app.wording.sentences import problem_words

    print(problem_words(problem), file=sys.stderr)
    return code

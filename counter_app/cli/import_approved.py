"""`counter-app import-approved`: take the approved list of procedures from csv, xlsx or JSON."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

NAME = "import-approved"
HELP = "nhập danh sách thủ tục đã phê duyệt và trạng thái quy trình điện tử (csv, xlsx, JSON)"
EXAMPLES = (
    "counter-app import-approved da-phe-duyet.xlsx --check",
    "counter-app import-approved da-phe-duyet.csv --version 2026.11",
    "counter-app import-approved da-phe-duyet.csv --out coverage.json",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add file, version, check and the file for the province."""
    parser.add_argument("file", type=Path, metavar="FILE", help="tệp .csv, .xlsx hoặc .json")
    parser.add_argument("--version", metavar="TÊN", help="tên phiên bản (mặc định: ngày hôm nay)")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--check", action="store_true", help="chỉ báo cáo, không ghi")
    choice.add_argument(
        "--out",
        type=Path,
        metavar="TỆP",
        help="ghi ra tệp để quản trị của tỉnh công bố cho mọi quầy, không dùng riêng ở quầy này",
    )


def run(arguments: argparse.Namespace) -> int:
    """Read, print the report line by line, and keep the list whole or not at all."""
    from counter_app.app.home import open_home
    from counter_app.services.coverage.approved_list import import_approved
    from counter_app.services.coverage.keeping import coverage_file, keep_coverage
    from counter_app.wording.sentences import problem_words

    today = date.today()  # noqa: DTZ011  the officer's day names the version
    version = arguments.version or f"{today:%Y.%m.%d}"
    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        books = home.reference()
        report = import_approved(
            arguments.file, version, books.procedures, books.agencies, books.coverage
        )
        for found in (*report.refused, *report.doubtful):
            print(f"  dòng {found.row}: {found.code or '–'} · {problem_words(found.problem)}")
        if not report.is_whole:
            print(
                f"Đọc {report.rows_read} dòng, {len(report.refused)} dòng sai: không ghi gì, danh "
                "sách đang dùng được giữ nguyên. Sửa các dòng trên rồi nhập lại."
            )
            return 1
        lines, agencies = len(report.coverage.lines), len(report.coverage.processes)
        print(
            f"Danh sách có {lines} thủ tục đã phê duyệt, trạng thái của {agencies} cơ quan; "
            f"{len(report.doubtful)} chỗ cần xem."
        )
        if arguments.check:
            return 0
        if arguments.out:
            arguments.out.write_bytes(coverage_file(report.coverage))
            print(f"Đã ghi {arguments.out}; quản trị của tỉnh công bố cùng các danh mục khác.")
            return 0
        if not keep_coverage(home.store, report.coverage, valid_from=today):
            print(f"Phiên bản {version} đã có ở máy này; đặt tên khác bằng --version.")
            return 1
    print(
        f"Đã ghi danh sách phiên bản {version} (nhập tại quầy, không có chữ ký của tỉnh); dùng từ "
        "lần mở mẫu tiếp theo."
    )
    return 0

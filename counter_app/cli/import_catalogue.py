"""`counter-app import-catalogue`: take a province's list of procedures from xlsx or JSON."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from counter_app.cli.progress import Bar

NAME = "import-catalogue"
HELP = "nhập danh mục thủ tục của tỉnh từ tệp xlsx hoặc JSON"
EXAMPLES = (
    "counter-app import-catalogue danh-muc.xlsx --check",
    "counter-app import-catalogue danh-muc.xlsx --version 2026.11",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add file, version and check."""
    parser.add_argument("file", type=Path, metavar="FILE", help="tệp .xlsx hoặc .json")
    parser.add_argument("--version", metavar="TÊN", help="tên phiên bản (mặc định: ngày hôm nay)")
    parser.add_argument("--check", action="store_true", help="chỉ báo cáo, không ghi")


def run(arguments: argparse.Namespace) -> int:
    """Import, print the report, and store the list unless only checking."""
    from counter_app.app.home import open_home
    from counter_app.services.catalogue_import.catalogue_file import import_catalogue
    from counter_app.services.counter.catalogues import keep_procedures
    from counter_app.wording.sentences import problem_words

    today = date.today()  # noqa: DTZ011  the officer's day names the version
    version = arguments.version or f"{today:%Y.%m.%d}"
    report = import_catalogue(arguments.file, Bar("Đọc danh mục"))
    for doubt in (*report.refused, *report.doubtful):
        print(f"  dòng {doubt.row}: {doubt.code or '–'} · {problem_words(doubt.problem)}")
    print(
        f"Nhập được {len(report.imported)} thủ tục; {len(report.doubtful)} chỗ cần xem; "
        f"bỏ {len(report.refused)} dòng."
    )
    if arguments.check:
        return 0
    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        keep_procedures(home.store, report.imported, version=version, valid_from=today)
    print(f"Đã ghi danh mục phiên bản {version}; dùng từ lần mở mẫu tiếp theo.")
    return 0

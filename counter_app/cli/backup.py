"""`counter-app backup`: a verified copy of the store, under the same key."""

from __future__ import annotations

import argparse
from pathlib import Path

NAME = "backup"
HELP = "sao lưu dữ liệu (bản sao được kiểm tra, vẫn mã hóa)"
EXAMPLES = ("counter-app backup E:/sao-luu/quay-12.db",)


def add(parser: argparse.ArgumentParser) -> None:
    """Add the destination."""
    parser.add_argument("file", type=Path, metavar="FILE", help="tệp sao lưu")


def run(arguments: argparse.Namespace) -> int:
    """Back up and print size and count."""
    from counter_app.app.home import open_home
    from counter_app.services.keeping.store_care import back_up

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        report = back_up(home.store, arguments.file, home.clock.now().at, home.files)
    print(f"Đã sao lưu {report.entries} bút toán ({report.size // 1024} KB) vào {report.path}")
    return 0

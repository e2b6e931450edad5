"""`counter-app window`: the officer's window."""

from __future__ import annotations

import argparse

NAME = "window"
HELP = "mở cửa sổ làm việc của quầy"
EXAMPLES = ("counter-app", "counter-app --home D:/quay-1")


def add(parser: argparse.ArgumentParser) -> None:
    """Add nothing: the window has no options of its own."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Say politely that the window isn't part of this release, and what there is."""
    del arguments
    print(
        "Cửa sổ làm việc chưa có trong bản này. Dữ liệu trên máy không bị thay đổi.\n"
        "Xem một ngày làm việc trọn vẹn: counter-app demo\n"
        "Các lệnh khác: counter-app --help"
    )
    return 0

"""`counter-app restore`: put a backup in the place of the store."""

from __future__ import annotations

import argparse
from pathlib import Path

NAME = "restore"
HELP = "phục hồi dữ liệu từ bản sao lưu (tệp đang có được cất riêng, không xóa)"
EXAMPLES = ("counter-app restore E:/sao-luu/quay-12.db",)


def add(parser: argparse.ArgumentParser) -> None:
    """Add the source."""
    parser.add_argument("file", type=Path, metavar="FILE", help="tệp sao lưu")
    parser.add_argument(
        "--force", action="store_true", help="cả khi dữ liệu đang có mới hơn bản sao lưu"
    )


def run(arguments: argparse.Namespace) -> int:
    """Restore and say what comes next."""
    from counter_app.app.home import PLAIN_KEY, home_key
    from counter_app.config import Folders, HomeLock
    from counter_app.services.keeping.file_copies import bring_back, bring_books_back
    from counter_app.services.keeping.sealed_files import SealedFiles
    from counter_app.store.copies.restore import restore

    folders = Folders.at(arguments.home)
    folders.prepare()
    with HomeLock(folders):
        key = home_key(folders, plain_store=arguments.plain_store)
        report = restore(arguments.file, key, folders.store_file, force=arguments.force)
        files = SealedFiles.beside(folders.store_file, key or PLAIN_KEY)
        papers = bring_back(arguments.file, files)
        books = bring_books_back(arguments.file, files)
    print(f"Đã phục hồi {report.entries} bút toán.")
    if papers:
        print(f"Đã chép lại {papers} tệp giấy tờ đã số hóa.")
    if books:
        print(f"Đã chép lại {books} sổ đã khóa.")
    if report.set_aside:
        print(f"Tệp cũ được cất tại {report.set_aside}")
    print("Các dải số cũ không dùng nữa; khi có mạng, máy sẽ xin số mới.")
    return 0

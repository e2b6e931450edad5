"""`counter-app verify`: prove that the journal is whole."""

from __future__ import annotations

import argparse

from counter_app.cli.progress import Bar

NAME = "verify"
HELP = "kiểm tra nhật ký: chuỗi băm, nội dung, bảng hồ sơ, sổ đã khóa"
EXAMPLES = ("counter-app verify",)


def add(parser: argparse.ArgumentParser) -> None:
    """Add nothing."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Verify and print the report; 1 when something isn't whole."""
    from counter_app.app.home import open_home
    from counter_app.services.keeping.lost_books import lost_books
    from counter_app.services.keeping.store_care import check

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        report = check(home.store, home.clock.now().at, Bar("Kiểm tra"))
        lost = lost_books(home.store, home.files)
    print(f"Bút toán: {report.entries} · hồ sơ: {report.dossiers} · chuỗi: {report.chains}")
    for name in lost:
        print(f"  · {name}: bản đã khóa không có trên máy này hoặc đã bị sửa")
    if lost:
        print("Lấy sổ đã khóa từ bản sao lưu (counter-app restore) hoặc từ USB nhật ký thứ hai.")
    if report.is_whole:
        print("Nhật ký nguyên vẹn.")
        return 1 if lost else 0
    for each in report.breaks:
        print(f"  · chuỗi {each.chain}, số {each.n}: {each.why} ({each.uid})")
    for uid in report.dossiers_astray:
        print(f"  · bảng hồ sơ khác nhật ký: {uid}")
    for code in report.codes_twice:
        print(f"  · hai hồ sơ một mã: {code}")
    for line in report.file:
        print(f"  · tệp: {line}")
    print("Nhật ký có chỗ không khớp. Dữ liệu được giữ nguyên; báo quản trị kèm bản in này.")
    return 1

"""`counter-app purge`: erase what is past its time of keeping, by a supervisor's word."""

from __future__ import annotations

import argparse
from pathlib import Path

from counter_app.cli.progress import Bar

NAME = "purge"
HELP = "xóa nội dung hồ sơ đã trả kết quả và hết thời hạn lưu (số liệu và dấu vết vẫn giữ)"
EXAMPLES = (
    "counter-app purge",
    "counter-app purge --supervisor ld-01   # hỏi mật khẩu của lãnh đạo rồi xóa",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add who approves."""
    parser.add_argument(
        "--supervisor",
        metavar="TÊN",
        help="tên đăng nhập của lãnh đạo duyệt; không có thì chỉ xem, không xóa",
    )


def run(arguments: argparse.Namespace) -> int:
    """Say what would go, or erase it."""
    import getpass

    from counter_app.app.home import open_home
    from counter_app.domain.dates import shown_date
    from counter_app.services.counter.login import log_in
    from counter_app.services.keeping.second_journal import folder_of
    from counter_app.services.purging.purge import plan, purge, purge_segments
    from counter_app.sync.clock import offset_of

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        place, days = home.workplace(), home.settings.purge_days
        found = plan(place, days)
        print(
            f"{found.dossiers} hồ sơ đã trả kết quả trước {shown_date(found.before)}, "
            "máy chủ đã nhận đủ, được phép xóa nội dung."
        )
        if arguments.supervisor is None:
            print("Chưa xóa gì. Lãnh đạo duyệt: counter-app purge --supervisor TÊN")
            return 0
        gateway = home.gateway()
        try:
            password = getpass.getpass("Mật khẩu của lãnh đạo: ")
            session = log_in(place, gateway, arguments.supervisor, password)
            if gateway.heard is not None:
                home.compare_clock(offset_of(gateway.heard))
        finally:
            gateway.close()
        report = purge(place, session, home.files, days, progress=Bar("Xóa nội dung"))
        gone = 0
        if home.settings.second_journal:
            folder = folder_of(Path(home.settings.second_journal), home.enrolment())
            if folder.is_dir():
                gone = purge_segments(place, folder, home.key, days)
    print(f"Đã xóa nội dung {report.dossiers} hồ sơ: {report.bodies} bút toán, {report.files} tệp.")
    if gone:
        print(f"Đã xóa {gone} tệp nhật ký thứ hai đã hết thời hạn.")
    print("Số liệu, thời điểm và dấu của từng bút toán vẫn giữ: counter-app verify.")
    return 0

"""`counter-app purge`: erase what is past its time; one person does it, another approves."""

from __future__ import annotations

import argparse
from pathlib import Path

from counter_app.cli.progress import Bar

NAME = "purge"
HELP = "xóa nội dung hồ sơ đã trả kết quả và hết thời hạn lưu (số liệu và dấu vết vẫn giữ)"
EXAMPLES = (
    "counter-app purge",
    "counter-app purge --officer qt-01 --supervisor ld-01   # hỏi mật khẩu hai người rồi xóa",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add who does it, and who approves."""
    parser.add_argument("--officer", metavar="TÊN", help="tên đăng nhập của quản trị làm việc xóa")
    parser.add_argument(
        "--supervisor",
        metavar="TÊN",
        help="tên đăng nhập của lãnh đạo duyệt, là một người khác; thiếu một trong hai thì chỉ xem",
    )


def run(arguments: argparse.Namespace) -> int:
    """Say what would go, or erase it."""
    from counter_app.app.home import open_home
    from counter_app.cli.signing_in import signed_in
    from counter_app.domain.dates import shown_date
    from counter_app.domain.officers.roles import Act
    from counter_app.services.keeping.second_journal import folder_of
    from counter_app.services.purging.purge import check_two, plan, purge, purge_segments

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        place, days = home.workplace(), home.settings.purge_days
        found = plan(place, days)
        print(
            f"{found.dossiers} hồ sơ đã trả kết quả trước {shown_date(found.before)}, "
            "máy chủ đã nhận đủ, được phép xóa nội dung."
        )
        if arguments.officer is None or arguments.supervisor is None:
            print("Chưa xóa gì. Cần hai người: quản trị làm, lãnh đạo duyệt:")
            print("  counter-app purge --officer TÊN --supervisor TÊN")
            return 0
        session = signed_in(home, place, arguments.officer, NAME, "quản trị")
        approver = signed_in(
            home, place, arguments.supervisor, NAME, "lãnh đạo", act=Act.APPROVE_PURGE
        )
        check_two(place, session, approver)
        report = purge(place, session, approver, home.files, days, progress=Bar("Xóa nội dung"))
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

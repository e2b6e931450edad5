"""`counter-app replace` (thay máy): take this machine out of service, all it did on a stick."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counter_app.services.leaving.replacing import Replaceable

NAME = "replace"
HELP = "thay máy: gửi nốt, ghi mọi việc ra USB cho máy mới, bỏ số chưa dùng, ngừng dùng máy này"
EXAMPLES = ("counter-app replace E:/ --officer tp01",)


def add(parser: argparse.ArgumentParser) -> None:
    """Add the stick and who confirms."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="ổ USB mang sang máy mới")
    parser.add_argument(
        "--officer", required=True, metavar="TÊN", help="tên đăng nhập của người phụ trách"
    )


def run(arguments: argparse.Namespace) -> int:
    """Send what can be sent, write the stick, ask, stop this machine, write and send the rest."""
    from counter_app.app.home import open_home
    from counter_app.app.replacing.machine_change import carry_out
    from counter_app.cli.signing_in import signed_in
    from counter_app.services.leaving.replacing import replaceable, take_out_of_service

    folder = arguments.folder.absolute()
    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        place = home.workplace()
        replaceable(place)
        carry_out(home, folder)  # before anything is stopped: a stick that can't be used
        home.round()
        carry_out(home, folder)
        found = replaceable(place)
        _tell(found)
        typed = input(f"Gõ số máy ({found.device}) để ngừng dùng máy này, Enter để thôi: ")
        if not typed.strip():
            print("Không thay đổi gì; máy này vẫn dùng được.")
            return 1
        session = signed_in(home, place, arguments.officer, NAME)
        void = take_out_of_service(place, session, typed)
        carry_out(home, folder)
        home.round()  # the void numbers are entries, too
        found = replaceable(place)
    print(f"Máy quầy số {found.device} đã ngừng dùng. Đã bỏ {void} số chưa dùng.")
    _say_what_waits(found)
    print(f"Mọi việc của máy này nằm trong {folder} (niêm phong). Rút ổ, mang sang máy mới.")
    print("Máy mới: xin tỉnh mã thay máy của số máy này, rồi")
    print("  counter-app enrol --server … --code …")
    print("  counter-app journal import E:/ --key G:/khoa-khoi-phuc.txt")
    return 0


def _tell(found: Replaceable) -> None:
    print(f"Máy quầy số {found.device}, {found.counter_name}.")
    _say_what_waits(found)
    if found.done:
        print("Máy này đã ngừng dùng; lệnh chỉ ghi lại ổ USB và gửi nốt.")
    else:
        print(f"Sẽ bỏ {found.numbers} số hồ sơ chưa dùng; máy này không ghi việc mới nữa.")


def _say_what_waits(found: Replaceable) -> None:
    if found.waiting + found.in_need:
        print(f"Chưa gửi được {found.waiting} việc, {found.in_need} việc cần cán bộ xem;")
        print("tất cả đã có trên ổ USB, máy mới nhập rồi gửi.")
    else:
        print("Máy chủ đã nhận mọi việc.")
    if found.letters:
        print(f"Còn {found.letters} thư xin lỗi đã lấy số, chờ ký: số sẽ bỏ khi ngừng dùng máy.")
    if found.files:
        print(f"Còn {found.files} tệp giấy tờ chưa tải lên: ổ USB không mang tệp; trước khi ghi")
        print("danh máy mới, mở chương trình ở máy này khi có mạng cho tới khi tải hết.")

"""`counter-app journal`: the second journal on a stick: choose, copy now, take in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.cli.progress import Bar

if TYPE_CHECKING:
    from counter_app.app.home import Home
    from counter_app.services.keeping.second_journal import SecondCopy

NAME = "journal"
HELP = "nhật ký thứ hai: bản niêm phong của mọi bút toán trên USB hoặc ổ khác"
EXAMPLES = (
    "counter-app journal use E:/",
    "counter-app journal copy",
    "counter-app journal import E:/ --key khoa-khoi-phuc.txt",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add the acts."""
    acts = parser.add_subparsers(metavar="VIỆC", required=True)
    use = acts.add_parser("use", help="chọn nơi ghi (ổ USB hoặc ổ khác) và chép ngay")
    use.add_argument("folder", type=Path, metavar="FOLDER", help="thư mục trên ổ khác")
    use.set_defaults(act=_use)
    stop = acts.add_parser("stop", help="thôi ghi nhật ký thứ hai; tệp đã ghi vẫn giữ")
    stop.set_defaults(act=_stop)
    copy = acts.add_parser("copy", help="chép ngay phần còn thiếu và cho biết đã đủ chưa")
    copy.set_defaults(act=_copy)
    take = acts.add_parser("import", help="nhập bút toán từ nhật ký thứ hai vào máy này")
    take.add_argument("path", type=Path, metavar="FILE", help="tệp .journal, hoặc thư mục, ổ USB")
    take.add_argument(
        "--key", type=Path, metavar="FILE", help="tệp khóa khôi phục của tỉnh (máy mới cần)"
    )
    take.set_defaults(act=_import)


def run(arguments: argparse.Namespace) -> int:
    """Do the act that was asked for."""
    code: int = arguments.act(arguments)
    return code


def _use(arguments: argparse.Namespace) -> int:
    import dataclasses

    from counter_app.app.home import open_home
    from counter_app.config import write_settings
    from counter_app.services.keeping.second_journal import prepare

    folder = arguments.folder.absolute()
    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        prepare(folder, home.enrolment())
        settings = dataclasses.replace(home.settings, second_journal=str(folder))
        write_settings(home.folders.settings_file, settings)
        state = _copied(home, str(folder))
    print(f"Nhật ký thứ hai: {folder}")
    return _told(state)


def _stop(arguments: argparse.Namespace) -> int:
    import dataclasses

    from counter_app.app.home import open_home
    from counter_app.config import write_settings

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        settings = dataclasses.replace(home.settings, second_journal="")
        write_settings(home.folders.settings_file, settings)
    print("Đã thôi ghi nhật ký thứ hai; các tệp đã ghi vẫn giữ nguyên.")
    return 0


def _copy(arguments: argparse.Namespace) -> int:
    from counter_app.app.home import open_home

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        state = _copied(home, "")
    return _told(state)


def _copied(home: Home, folder: str) -> SecondCopy:
    from counter_app.domain.errors.keeping.second_journal import NoFolderChosenError

    journal = home.second_journal(folder)
    if journal is None:
        raise NoFolderChosenError
    return journal.catch_up(home.clock.now().at)


def _told(state: SecondCopy) -> int:
    from counter_app.domain.errors.keeping.second_journal import FolderMissingError

    if not state.present or state.why:
        raise FolderMissingError(path=state.folder)
    print("Đã chép đủ mọi bút toán của quầy này.")
    return 0


def _import(arguments: argparse.Namespace) -> int:
    from counter_app.app.home import open_home
    from counter_app.app.replacing.machine_change import take_over

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        report = take_over(home, arguments.path, arguments.key, Bar("Nhập bút toán"))
    print(f"Đã nhập {report.taken} bút toán từ {report.files} tệp; {report.known} đã có sẵn.")
    if report.books:
        print(f"Đã nhập {report.books} sổ đã khóa.")
    if report.books_unusable:
        print(f"{report.books_unusable} sổ đã khóa không đọc được: lấy từ bản khác nếu có.")
    if report.erased:
        print(f"{report.erased} bút toán đã hết hạn lưu nội dung, không nhập.")
    if report.torn:
        print(f"{report.torn} tệp có dòng cuối ghi dở (mất điện, rút ổ): dòng ấy được bỏ qua.")
    if report.damaged:
        print(f"{report.damaged} dòng không đọc được: hãy nhập thêm từ bản khác nếu có.")
    print("Bút toán mới nhập chờ gửi; máy sẽ gửi khi có mạng, máy chủ không nhận đúp.")
    return 0

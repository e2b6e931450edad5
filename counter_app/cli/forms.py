"""`counter-app forms`: check a changed form set, take it over, go back, list what there is."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counter_app.services.forms.checking import CheckReport

NAME = "forms"
HELP = "biểu mẫu: kiểm tra, nhận hoặc bỏ bộ biểu mẫu đã sửa của tỉnh, của đơn vị"
EXAMPLES = (
    "counter-app forms copy TT03-2025 bieu-mau-tinh",
    "counter-app forms check bieu-mau-tinh",
    "counter-app forms take bieu-mau-tinh",
    "counter-app forms back TT03-2025",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add the four acts."""
    acts = parser.add_subparsers(metavar="VIỆC", required=True)
    for name, help_, run_ in (
        ("check", "chỉ kiểm tra, không thay gì", _check),
        ("take", "kiểm tra rồi dùng cho quầy này", _take),
    ):
        act = acts.add_parser(name, help=help_, description=help_)
        act.add_argument("path", type=Path, metavar="FOLDER", help="thư mục, hoặc tệp .json")
        act.set_defaults(act=run_)
    back = acts.add_parser("back", help="bỏ bộ của đơn vị, về bộ kèm chương trình")
    back.add_argument("id", metavar="ID", help="mã của bộ, ví dụ TT03-2025")
    back.set_defaults(act=_back)
    copy = acts.add_parser("copy", help="chép bộ kèm chương trình ra thư mục để sửa")
    copy.add_argument("id", metavar="ID", help="mã của bộ, ví dụ TT03-2025")
    copy.add_argument("path", type=Path, metavar="FOLDER", help="thư mục mới")
    copy.set_defaults(act=_copy)


def run(arguments: argparse.Namespace) -> int:
    """Do the act that was asked for."""
    code: int = arguments.act(arguments)
    return code


def _check(arguments: argparse.Namespace) -> int:
    return 0 if _checked(arguments.path).is_usable else 1


def _take(arguments: argparse.Namespace) -> int:
    from counter_app.app.home import open_home
    from counter_app.services.forms.own import own_folder
    from counter_app.services.forms.taking import take_own

    report = _checked(arguments.path)
    if report.form_set is None or not report.is_usable:
        return 1
    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        folder = own_folder(home.folders.store_file)
        take_own(home.workplace(), folder, report.form_set, report.plain, _who())
    print("Đã nhận và ghi vào nhật ký; giấy in theo bộ này từ lần mở chương trình sau.")
    return 0


def _back(arguments: argparse.Namespace) -> int:
    from counter_app.app.home import open_home
    from counter_app.services.forms.own import own_folder
    from counter_app.services.forms.taking import go_from_own

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        folder = own_folder(home.folders.store_file)
        was = go_from_own(home.workplace(), folder, arguments.id, _who())
    said = (
        "Đã bỏ và ghi vào nhật ký; tệp cũ vẫn được giữ."
        if was
        else f"Quầy này không có bộ riêng {arguments.id}."
    )
    print(said)
    return 0


def _copy(arguments: argparse.Namespace) -> int:
    import shutil

    from counter_app.config import resource
    from counter_app.services.counter.reference import shipped_form_sets

    if arguments.id not in {each.id for each in shipped_form_sets()}:
        known = ", ".join(each.id for each in shipped_form_sets())
        print(f"Không có bộ {arguments.id}; có: {known}.", file=sys.stderr)
        return 2
    file = resource("forms", f"{arguments.id}.json")
    arguments.path.mkdir(parents=True)
    shutil.copy(file, arguments.path)
    shutil.copytree(file.with_suffix(""), arguments.path / arguments.id)
    print(f"Đã chép ra {arguments.path}. Sửa xong: counter-app forms check {arguments.path}")
    return 0


def _who() -> str:
    """Return whom the journal names: nobody is logged in here, but the system knows its account."""
    import getpass

    try:
        return f"tài khoản máy {getpass.getuser()}"
    except (OSError, KeyError, ImportError):  # a service without an account of its own
        return "tài khoản máy không rõ"


def _checked(path: Path) -> CheckReport:
    from counter_app.services.forms.checking import check_files
    from counter_app.wording.forms import finding_words

    report = check_files(path)
    for found in (*report.wrong, *report.doubtful):
        print(f"  · {finding_words(found.file, found.place, found.problem)}")
    if report.is_usable and report.form_set is not None:
        known = report.form_set
        day = f"{known.effective_from:%d/%m/%Y}"
        print(f"Đạt: {known.id} · căn cứ {known.basis} · có hiệu lực từ {day}.")
    else:
        print(f"Chưa dùng được: {len(report.wrong)} chỗ cần sửa; bộ đang dùng vẫn nguyên.")
    return report

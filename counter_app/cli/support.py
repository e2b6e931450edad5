"""`counter-app support`: what the province's support needs to know, shown before it is saved."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.domain.errors import CounterError

if TYPE_CHECKING:
    from counter_app.services.support.bundle import Bundle, Part

NAME = "support"
HELP = "gói hỗ trợ: xem, niêm phong rồi lưu ra USB; hoặc mở gói bằng khóa hỗ trợ của tỉnh"
EXAMPLES = (
    "counter-app support --text",
    "counter-app support --save E:/",
    "counter-app support --open E:/ho-tro-00217-20261120-0914.goi --key E:/khoa-ho-tro.txt",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add what is done with the bundle."""
    parser.add_argument("--text", action="store_true", help="in cả nội dung, không chỉ danh sách")
    parser.add_argument("--save", type=Path, metavar="DIR", help="niêm phong rồi lưu vào thư mục")
    parser.add_argument(
        "--to",
        type=Path,
        metavar="FILE",
        help="tệp khóa hỗ trợ (công khai) để niêm phong, khi tỉnh chưa gửi khóa qua danh mục",
    )
    parser.add_argument("--open", type=Path, metavar="FILE", help="mở một gói đã niêm phong")
    parser.add_argument("--key", type=Path, metavar="FILE", help="tệp khóa hỗ trợ (bí mật) để mở")
    parser.add_argument("--out", type=Path, metavar="DIR", help="bung gói vừa mở vào thư mục mới")


def run(arguments: argparse.Namespace) -> int:
    """Show the bundle of this machine and save it if asked, or open another's."""
    from counter_app.services.support.sealed_bundle import public_key, read_support_key, save

    if (arguments.open is None) != (arguments.key is None):
        print("Cần cả --open và --key: gói nào, mở bằng khóa nào. Chưa có gì thay đổi.")
        return 2
    if arguments.open is not None:
        return _open(arguments)
    bundle, key = _made(arguments)
    _show(bundle.parts, whole=arguments.text)
    if arguments.save is None:
        return 0
    public = read_support_key(arguments.to) if arguments.to else public_key(key)
    path = save(bundle, public, arguments.save)
    print(f"Đã niêm phong và lưu: {path}. Chỉ người giữ khóa hỗ trợ của tỉnh mở được.")
    return 0


def _open(arguments: argparse.Namespace) -> int:
    from counter_app.services.support.sealed_bundle import opened, read_support_key

    head, parts = opened(arguments.open, read_support_key(arguments.key))
    print(f"Máy quầy {head.device or '?'}, lúc {head.made_at}, chương trình {head.program}.")
    _show(parts, whole=arguments.text)
    if arguments.out is not None:
        arguments.out.mkdir(parents=True)
        for part in parts:
            (arguments.out / part.name).write_text(part.text, encoding="utf-8")
        print(f"Đã bung {len(parts)} tệp vào {arguments.out}")
    return 0


def _made(arguments: argparse.Namespace) -> tuple[Bundle, str]:
    """Return this machine's bundle and the province's key; a home that won't open has one, too."""
    from counter_app.app.dating.machine_clock import MachineClock
    from counter_app.app.home import open_home
    from counter_app.app.supporting.ground import ground_of, support_key, whole_bundle
    from counter_app.config import Folders, read_settings
    from counter_app.domain.dates import vietnam_time
    from counter_app.services.support.bundle import bundle_of
    from counter_app.services.support.kept_key import kept_support_key
    from counter_app.services.support.machine_checks import machine_checks

    try:
        with open_home(arguments.home, plain_store=arguments.plain_store) as home:
            ground = ground_of(home)
            return whole_bundle(home, ground), support_key(ground)
    except CounterError as error:
        folders = Folders.at(arguments.home)
        settings, _ = read_settings(folders.settings_file)
        now = vietnam_time(MachineClock().now().at)
        bundle = bundle_of(folders, settings, machine_checks(), now, None, error.code)
        return bundle, kept_support_key(folders.home)


def _show(parts: tuple[Part, ...], *, whole: bool) -> None:
    for part in parts:
        lines = part.text.count("\n") + 1 if part.text else 0
        print(f"{part.name:34} {lines:6} dòng  {part.title}")
        if whole:
            print(f"{part.text}\n")

"""`counter-app update`: what waits, bring and verify packages, put them in place, go back."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counter_app.services.updates.applying import Updates
    from counter_app.services.updates.package import Package

NAME = "update"
HELP = "cập nhật từ máy chủ tỉnh, thư mục mạng hoặc USB: xem, kiểm tra, cài, trở lại"
EXAMPLES = (
    "counter-app update",
    "counter-app update E:/cap-nhat        # kiểm tra rồi cài, giữa hai ca",
    "counter-app update check goi.capnhat  # chỉ kiểm tra",
    "counter-app update apply              # cài gói đã tải",
    "counter-app update rollback           # trở lại bản trước",
    "sudo counter-app update install goi.capnhat",
)
_FOLDER = "counter-app-update-"
_IS_WINDOWS = sys.platform == "win32"
ACTS = ("status", "check", "apply", "rollback", "install", "try")


def add(parser: argparse.ArgumentParser) -> None:
    """Add the act, or a path in its place."""
    parser.add_argument(
        "act",
        nargs="?",
        default="status",
        metavar="VIỆC|PATH",
        help=f"{', '.join(ACTS[:-1])}; hoặc gói hay thư mục cần cài",
    )
    parser.add_argument("path", nargs="?", type=Path, metavar="PATH", help="gói hoặc thư mục")


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked for."""
    if arguments.act not in ACTS:
        arguments.path, arguments.act = Path(arguments.act), "take"
    if arguments.act in {"check", "install", "try"} and arguments.path is None:
        print("Thiếu đường dẫn của gói.", file=sys.stderr)
        return 2
    done: int = globals()[f"_{arguments.act}"](arguments)
    return done


def _status(arguments: argparse.Namespace) -> int:
    from counter_app import __version__
    from counter_app.app.home import open_home
    from counter_app.services.updates.shelf import Step
    from counter_app.services.updates.taking import waiting
    from counter_app.wording.update_words import outcome_words

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        updates = home.updates()
        state = updates.shelf.state()
        print(f"Đang dùng bản {__version__}.")
        for name, at in sorted(updates.here().lists.items()):
            print(f"  {name}: gói làm lúc {at:%H:%M %d/%m/%Y}")
        found = waiting(updates)
        for package in found:
            _tell(package)
        if state.step is Step.HANDED:
            print(f"Chờ hoàn tất: {updates.shelf.ready / state.file}")
        elif not found:
            print("Không có gói nào chờ cài.")
        for past in state.past[-5:]:
            print(f"  {past.at:%d/%m/%Y} {past.version}: {outcome_words(past.outcome.value)}")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from counter_app.app.home import open_home
    from counter_app.services.updates.package import verified

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        updates = home.updates()
        found, code = _found(updates, arguments.path)
        for package in found:
            _tell(verified(package.file, updates.trust()))
    return code


def _take(arguments: argparse.Namespace) -> int:
    from counter_app.app.home import open_home
    from counter_app.services.updates.taking import take

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        updates = home.updates()
        found, code = _found(updates, arguments.path)
        for package in found:
            _tell(take(updates, package.file))
        return max(code, _apply_waiting(updates)) if found else code


def _apply(arguments: argparse.Namespace) -> int:
    from counter_app.app.home import open_home
    from counter_app.domain.errors.keeping.updating import UpdateNothingReadyError
    from counter_app.services.updates.taking import waiting

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        updates = home.updates()
        if not waiting(updates):
            raise UpdateNothingReadyError
        return _apply_waiting(updates)


def _rollback(arguments: argparse.Namespace) -> int:
    from counter_app.app.home import home_key, open_home
    from counter_app.config import Folders, HomeLock
    from counter_app.services.updates.going_back import go_back, last_done, put_store_back
    from counter_app.services.updates.wiring import program_applier

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        updates = home.updates()
        found = last_done(updates)
        if not found.kind.is_program:
            applier = updates.applier(False)  # noqa: FBT003  not the program's
            go_back(updates, applier)
            print(f"Đã bỏ gói {found.version}; danh sách trước được dùng lại.")
            return 0
    folders = Folders.at(arguments.home)
    key = home_key(folders, plain_store=arguments.plain_store)
    applier = program_applier((), plain=arguments.plain_store)
    with HomeLock(folders):
        put_store_back(updates.shelf.before / found.store_copy, key, folders.store_file)
        go_back(updates, applier)
    print(f"Lần mở tới dùng lại bản {found.base}; dữ liệu còn nguyên.")
    return 0


def _install(arguments: argparse.Namespace) -> int:
    """Verify once more, in a folder of the administrator's own, and run the system's installer."""
    from counter_app import __version__
    from counter_app.contract.signing import PROTOCOL_VERSION
    from counter_app.domain.updates.fitting import Here, check_fit
    from counter_app.services.updates.package import copy_slowly, unpack, verified
    from counter_app.services.updates.programs import (
        install_command,
        system_part,
        this_platform,
    )
    from counter_app.services.updates.trust import trust_of
    from counter_app.services.updates.wiring import publisher_keys

    with _own_folder() as folder:
        own = folder / arguments.path.name
        copy_slowly(arguments.path, own)
        package = verified(own, trust_of(publisher_keys()))
        check_fit(package.manifest, Here(__version__, this_platform(), PROTOCOL_VERSION))
        part = system_part(package.manifest)
        installer = folder / part.name
        unpack(package, part, installer)
        _tell(package)
        command = install_command(installer)
        print(f"Chạy: {' '.join(command[:2])}", flush=True)
        begun = subprocess.Popen(command)  # noqa: S603  just verified
        if _IS_WINDOWS:
            print(
                "Bộ cài làm tiếp sau khi lệnh này kết thúc; xem bản đang dùng: counter-app update"
            )
            return 0
        return begun.wait()


@contextmanager
def _own_folder() -> Iterator[Path]:
    """Give a folder where only this account writes. On Windows the installer still runs in it."""
    if _IS_WINDOWS:
        for old in Path(tempfile.gettempdir()).glob(f"{_FOLDER}*"):
            shutil.rmtree(old, ignore_errors=True)  # of the last time
        yield Path(tempfile.mkdtemp(prefix=_FOLDER))
        return
    with tempfile.TemporaryDirectory(prefix=_FOLDER) as folder:
        yield Path(folder)


def _try(arguments: argparse.Namespace) -> int:
    """Migrate and check a copy of a home's store: what a new program is asked before it starts."""
    from counter_app.app.home import home_key
    from counter_app.config import Folders
    from counter_app.store.store import Store

    folders = Folders.at(arguments.home)
    key = home_key(folders, plain_store=arguments.plain_store)
    with Store.open(arguments.path, key) as store:
        report = store.verify()
    if not report.is_whole:
        print("Bản sao sau khi chuyển đổi không nguyên vẹn.", file=sys.stderr)
    return 0 if report.is_whole else 1


def _found(updates: Updates, path: Path) -> tuple[tuple[Package, ...], int]:
    from counter_app.services.updates.taking import look
    from counter_app.wording.sentences import sentence

    found, refused = look(updates, path)
    for error in refused:
        print(f"  · {sentence(error)}", file=sys.stderr)
    if not found and not refused:
        print(f"Không có gói nào trong {path}.")
    return found, 1 if refused and not found else 0


def _apply_waiting(updates: Updates) -> int:
    from counter_app.domain.updates.fitting import Shift
    from counter_app.services.updates.applying import apply
    from counter_app.services.updates.shelf import Step
    from counter_app.services.updates.taking import waiting
    from counter_app.services.updates.wiring import needs_administrator

    for package in waiting(updates):
        state = apply(updates, package.file, Shift())
        version = package.manifest.version
        if state.step is not Step.HANDED:
            print(f"Đã cài {version}; dùng từ lần mở tới.")
        elif not needs_administrator():
            print(f"Đã đặt bản {version}; lần mở tới dùng bản mới.")
        else:
            print(f"Quản trị chạy: counter-app update install {package.file}")
    return 0


def _tell(package: Package) -> None:
    from counter_app.wording.update_words import kind_words

    manifest = package.manifest
    size = f"{package.size / 1_000_000:.1f}".replace(".", ",")
    print(f"{kind_words(manifest.kind.value)} {manifest.version} ({size} MB), khóa {package.key}")
    for line in manifest.changes:
        print(f"  · {line}")

"""`counter-app recover`: bring the store's key back with the province's recovery key."""

from __future__ import annotations

import argparse
from pathlib import Path

NAME = "recover"
HELP = "khôi phục khóa dữ liệu bằng khóa khôi phục của tỉnh (kho khóa bị xóa, hồ sơ người dùng mất)"
EXAMPLES = (
    "counter-app recover --key E:/khoa-khoi-phuc.txt",
    "counter-app recover --key E:/khoa-khoi-phuc.txt --file E:/recovery.json",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add the two files."""
    parser.add_argument(
        "--key", type=Path, required=True, metavar="FILE", help="tệp khóa khôi phục của tỉnh"
    )
    parser.add_argument(
        "--file", type=Path, metavar="FILE", help="tệp khôi phục (mặc định: tệp trong thư mục quầy)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Keep the key on this machine again, once it is known to open the store."""
    from counter_app.app.home import key_home
    from counter_app.config import Folders, HomeLock, read_settings
    from counter_app.domain.errors.store import StoreGoneError
    from counter_app.services.counter.enrolment import read_enrolment
    from counter_app.store.store import Store
    from counter_app.vault.machine import identify
    from counter_app.vault.province_key import read_province_key
    from counter_app.vault.recovery import recover_key
    from counter_app.vault.store_key import ensure_recovery, restore_key

    private = read_province_key(arguments.key)
    folders = Folders.at(arguments.home)
    if not folders.store_file.exists():
        raise StoreGoneError(path=folders.store_file)
    folders.prepare()
    with HomeLock(folders):
        raw = recover_key(arguments.file or folders.recovery_file, private)
        settings, _ = read_settings(folders.settings_file)
        # Opened before anything is kept: a key of another counter must not take this one's place.
        with Store.open(folders.store_file, raw, folders.mark_file) as store:
            with store.reading() as tx:
                entries = tx.journal.count()
            enrolment = read_enrolment(store)
        home = key_home(folders, settings, identify(folders.machine_file))
        place = restore_key(home, raw).place
        if enrolment is not None:
            import base64

            label = f"{enrolment.centre} – máy quầy {enrolment.device}"
            public = base64.b64decode(enrolment.recovery_key)
            ensure_recovery(home, raw, public, label=label)
    kept = {
        "keyring": "kho khóa của hệ điều hành",
        "machine_file": "tệp gắn với máy này",
        "machine_scope": "tệp khóa do Windows bảo vệ cho máy này",
    }
    print(f"Đã khôi phục khóa vào {kept[place.value]}; kho dữ liệu mở được: {entries} bút toán.")
    if enrolment is not None:
        print(f"Máy quầy số {enrolment.device}, quầy {enrolment.counter}, {enrolment.centre}.")
    print("Cất tệp khóa của tỉnh đi ngay; mở chương trình như thường lệ.")
    return 0

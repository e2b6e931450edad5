"""`counter-app enrol`: make this machine a counter of its province."""

from __future__ import annotations

import argparse

from counter_app.domain.errors.home import SettingsRefusedError
from counter_app.domain.problems import false

NAME = "enrol"
HELP = "ghi danh máy này vào hệ thống của tỉnh bằng mã một lần"
EXAMPLES = ("counter-app enrol --server https://motcua.tinh.example --code K7QF-3M9T",)


def add(parser: argparse.ArgumentParser) -> None:
    """Add server and code."""
    parser.add_argument("--server", required=True, metavar="URL", help="địa chỉ máy chủ của tỉnh")
    parser.add_argument("--code", required=True, help="mã ghi danh một lần")


def run(arguments: argparse.Namespace) -> int:
    """Enrol and print what this machine now is."""
    from counter_app.app.home import keep_recovery, new_id, open_home
    from counter_app.config import Folders
    from counter_app.services.counter.enrolment import enrol

    if not arguments.server.strip():
        # In a settings file an empty address means "not enrolled yet"; here it names no server.
        raise SettingsRefusedError(
            (false("settings.not_https", "/server_url", name="server_url"),),
            path=Folders.at(arguments.home).settings_file,
        )

    with open_home(
        arguments.home,
        plain_store=arguments.plain_store,
        create=True,
        flags={"server_url": arguments.server},
    ) as home:
        enrolment = enrol(
            home.store,
            home.gateway(arguments.server),
            arguments.code,
            store_key=home.key,
            machine=home.machine.fingerprint,
            server_url=arguments.server,
            new_id=new_id,
        )
        printed = keep_recovery(home)
    print(f"Đã ghi danh: máy quầy số {enrolment.device}, quầy {enrolment.counter}")
    print(f"Đơn vị: {enrolment.centre}. Thư mục dữ liệu: {home.folders.home}")
    if printed:
        print(f"Mã của tệp phục hồi (in ra và cất giữ): {printed}")
    return 0

"""`counter-app wipe`: erase a machine that the province takes back, confirmed by a supervisor."""

from __future__ import annotations

import argparse

NAME = "wipe"
HELP = "xóa dữ liệu của máy mà tỉnh thu hồi, sau khi mọi việc đã gửi xong và người phụ trách đồng ý"
EXAMPLES = ("counter-app wipe --officer tp01",)


def add(parser: argparse.ArgumentParser) -> None:
    """Add who confirms."""
    parser.add_argument(
        "--officer", required=True, metavar="TÊN", help="tên đăng nhập của người phụ trách"
    )


def run(arguments: argparse.Namespace) -> int:
    """Send what is left, ask, tell the province, erase."""
    from counter_app.app.home import open_home
    from counter_app.cli.signing_in import signed_in
    from counter_app.services.leaving.wiping import confirm, erasable, erase
    from counter_app.vault.store_key import forget_key

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        home.round()
        found = erasable(home.workplace())
        print(f"Máy quầy số {found.device}, {found.counter_name}: {found.entries} bút toán,")
        print("tất cả đã được máy chủ của tỉnh trả lời. Sẽ xóa: dữ liệu, khóa và tệp trên máy này.")
        print("Không xóa: bản sao lưu và nhật ký thứ hai ở ổ khác (vẫn được niêm phong).")
        typed = input(f"Gõ số máy ({found.device}) để đồng ý xóa, Enter để thôi: ")
        if not typed.strip():
            print("Không xóa gì.")
            return 1
        session = signed_in(home, home.workplace(), arguments.officer, NAME)
        gateway = home.gateway()
        try:
            home.round()  # the log-in is an entry, too
            confirm(home.workplace(), session, gateway, typed)
        finally:
            gateway.close()
        if home.store_key is not None:
            forget_key(home.store_key)
        if (witness := home.store.witness()) is not None:
            witness.forget()
        folder = home.folders.home
    erase(folder)
    print(f"Đã xóa. Máy số {found.device} không còn gửi được; ghi danh lại bằng mã mới nếu cần.")
    return 0

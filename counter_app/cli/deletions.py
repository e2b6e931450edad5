"""`counter-app deletions`: what the server took away, too much at once; a supervisor decides."""

from __future__ import annotations

import argparse

NAME = "deletions"
HELP = "xem các hồ sơ máy chủ báo bỏ cùng lúc quá nhiều; người phụ trách quyết định bỏ hay giữ"
EXAMPLES = (
    "counter-app deletions",
    "counter-app deletions --keep --officer tp01",
    "counter-app deletions --hide --officer tp01",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add what is decided, and by whom."""
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--keep", action="store_true", help="giữ lại: hồ sơ vẫn hiện như trước")
    choice.add_argument("--hide", action="store_true", help="bỏ khỏi danh sách như máy chủ báo")
    parser.add_argument("--officer", metavar="TÊN", help="tên đăng nhập của người phụ trách")


def run(arguments: argparse.Namespace) -> int:
    """List them; with an answer: ask who says so, and do it."""
    from counter_app.app.home import open_home
    from counter_app.cli.signing_in import signed_in
    from counter_app.domain.dates import shown_date, vietnam_time
    from counter_app.services.answers.deletions import decide_deletions, held_deletions

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        place = home.workplace()
        found = held_deletions(place)
        if not found.count:
            print("Không có hồ sơ nào chờ quyết định.")
            return 0
        print(f"Máy chủ báo bỏ cùng lúc {found.count} hồ sơ. Chưa bỏ hồ sơ nào:")
        for each in found.dossiers:
            received = shown_date(vietnam_time(each.received_at).date())
            print(f"  {each.code}  nhận {received}  {each.procedure}")
        if found.count > len(found.dossiers):
            print(f"  và {found.count - len(found.dossiers)} hồ sơ khác")
        for reason in found.reasons:
            print(f"Máy chủ ghi: {reason}")
        if not (arguments.keep or arguments.hide):
            print("Người phụ trách quyết định: --keep (giữ lại) hoặc --hide (bỏ khỏi danh sách).")
            return 0
        if not arguments.officer:
            print("Cần --officer: tên đăng nhập của người phụ trách.")
            return 2
        session = signed_in(home, place, arguments.officer, NAME)
        decided = decide_deletions(place, session, hide=arguments.hide)
    told = "Đã bỏ khỏi danh sách" if decided.hidden else "Đã giữ lại"
    print(f"{told} {decided.count} hồ sơ. Không có gì bị xóa khỏi máy này.")
    if decided.left:
        print(f"{decided.left} hồ sơ có việc chưa gửi xong: vẫn hiện, quyết định sau khi gửi.")
    return 0

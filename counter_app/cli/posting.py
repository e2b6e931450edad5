"""`counter-app posting`: the booklet of posting sheets of the procedures in force."""

from __future__ import annotations

import argparse
from pathlib import Path

NAME = "posting"
HELP = "lập tập niêm yết thủ tục hành chính (PDF): theo lĩnh vực, có mục lục, mã QR của thủ tục"
EXAMPLES = (
    "counter-app posting --booklet niem-yet.pdf --officer cb-01",
    'counter-app posting --booklet ho-tich.pdf --field "Hộ tịch" --officer cb-01',
    "counter-app posting --booklet khai-sinh.pdf --procedure 1.001193 --officer cb-01",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add which procedures, for whom, and where the file goes."""
    parser.add_argument("--booklet", type=Path, required=True, metavar="TỆP", help="tệp PDF")
    parser.add_argument(
        "--field", default="", metavar="LĨNH-VỰC", help="chỉ một lĩnh vực; không cần dấu"
    )
    parser.add_argument("--procedure", default="", metavar="MÃ", help="chỉ một thủ tục")
    parser.add_argument(
        "--officer", required=True, metavar="TÊN", help="tên đăng nhập; mật khẩu sẽ được hỏi"
    )


def run(arguments: argparse.Namespace) -> int:
    """Make the booklet."""
    from counter_app.app.home import open_home
    from counter_app.cli.progress import Bar
    from counter_app.cli.signing_in import signed_in
    from counter_app.papers.fonts import choose_fonts
    from counter_app.services.posting.booklet import booklet_contents, save_booklet

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        place = home.workplace()
        session = signed_in(home, place, arguments.officer, NAME, "người lập")
        contents = booklet_contents(place, arguments.field, arguments.procedure)
        bar = Bar("Lập tập niêm yết")
        save_booklet(place, session, contents, choose_fonts(), arguments.booklet, bar)
    print(f"Đã ghi {arguments.booklet}: {len(contents)} thủ tục.")
    return 0

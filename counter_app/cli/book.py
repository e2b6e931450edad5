"""`counter-app book`: a book of the office as PDF and xlsx, after a log-in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.cli.progress import Bar
from counter_app.wording.office_acts import BOOKS

if TYPE_CHECKING:
    from counter_app.services.books.asked import BookAsk
    from counter_app.services.counter.workplace import Session, Workplace
    from counter_app.services.keeping.kept_books import KeptBooks

NAME = "book"
HELP = "lập một sổ của năm (PDF, xlsx); sổ đã khóa lấy từ bản đã khóa"
EXAMPLES = (
    "counter-app book register --year 2026 --book 12 --officer cb-01 --pdf so.pdf",
    "counter-app book fees --year 2026 --officer cb-01 --xlsx so-thu.xlsx   # cả bộ phận",
    "counter-app book register --year 2026 --book 12 --officer ld-01 --close",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add which book, and where it goes."""
    names = "; ".join(f"{key}: {name}" for key, name in BOOKS.items())
    parser.add_argument("name", choices=tuple(BOOKS), metavar="SỔ", help=names)
    parser.add_argument("--year", type=int, required=True, metavar="NĂM", help="năm của sổ")
    parser.add_argument(
        "--book", default="", metavar="QUYỂN", help="số quầy; không có thì cả bộ phận"
    )
    parser.add_argument(
        "--officer", required=True, metavar="TÊN", help="tên đăng nhập; mật khẩu sẽ được hỏi"
    )
    parser.add_argument("--pdf", type=Path, metavar="TỆP", help="ghi bản PDF")
    parser.add_argument("--xlsx", type=Path, metavar="TỆP", help="ghi bảng tính")
    parser.add_argument("--close", action="store_true", help="khóa sổ của năm đã hết (lãnh đạo)")
    parser.add_argument(
        "--yes", action="store_true", help="khóa dù còn điều cần biết mà lần trước đã nói"
    )


def run(arguments: argparse.Namespace) -> int:
    """Make the book, or close it."""
    from counter_app.app.home import open_home
    from counter_app.cli.signing_in import signed_in
    from counter_app.domain.errors.keeping.books import BookAskError
    from counter_app.services.books.asked import BookAsk
    from counter_app.services.keeping.kept_books import KeptBooks
    from counter_app.wording.sentences import problem_words, sentence

    ask = BookAsk(arguments.name, arguments.year, arguments.book)
    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        place = home.workplace()
        session = signed_in(home, place, arguments.officer, NAME, "người lập sổ")
        kept = KeptBooks.of(home.files)
        try:
            return _run(arguments, place, session, ask, kept)
        except BookAskError as error:
            print(sentence(error))
            for problem in error.problems:
                print(f"– {problem_words(problem)}")
            if not any(problem.is_false for problem in error.problems):
                print("Vẫn khóa: thêm --yes.")
            return 1


def _run(
    arguments: argparse.Namespace,
    place: Workplace,
    session: Session,
    ask: BookAsk,
    kept: KeptBooks,
) -> int:
    from counter_app.domain.money import grouped
    from counter_app.papers.fonts import choose_fonts
    from counter_app.services.books.closing import close_book
    from counter_app.services.books.giving import give_paper, give_workbook, write_book
    from counter_app.services.books.making import Work

    work, fonts = Work(Bar("Lập sổ")), choose_fonts()
    if arguments.close:
        closed = close_book(place, session, ask, kept, fonts, work, confirmed=arguments.yes)
        said = closed.said
        print(f"Đã khóa {closed.name}: {grouped(said.rows)} dòng, {said.pages} trang.")
        print(f"SHA-256 {said.sha256}")
    files = ((arguments.pdf, "pdf"), (arguments.xlsx, "xlsx"))
    for path, kind in files:
        if path is None:
            continue
        if kind == "pdf":
            given = give_paper(place, session, ask, kept, fonts, work)
        else:
            given = give_workbook(place, session, ask, kept, work)
        write_book(place, session, given, path)
        print(f"{given.name}: {grouped(len(given.content.lines))} dòng → {path}")
    if not arguments.close and not any(path for path, _ in files):
        print("Chưa ghi tệp nào: thêm --pdf TỆP hoặc --xlsx TỆP.")
    return 0

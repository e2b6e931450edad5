"""Tập niêm yết: the posting sheets of many procedures in one file, with a list of contents."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from counter_app.domain.dates import written_date
from counter_app.domain.printed.sheet_form import SheetForm
from counter_app.domain.printed.sheets import PostingSheetContent
from counter_app.papers.setting.flow import Band, Page, gap
from counter_app.papers.setting.pdf_file import new_canvas
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.sheets.a4_paper import A4Paper, Desk, Told
from counter_app.papers.sheets.bands import paragraph
from counter_app.papers.sheets.posting_sheet import posting_sheet
from counter_app.papers.sheets.styles import BODY, BOLD, CONTINUED_NAME, SPAN, TITLE

_NAME, _TITLE = "Tập niêm yết thủ tục hành chính", "MỤC LỤC"
_FIRST, _LINE, _PITCH = 19.0, 5.6, 5.4
_CODE, _NUMBER = 30.0, 14.0
NO_FIELD = "Chưa rõ lĩnh vực"


def booklet(
    contents: Sequence[PostingSheetContent],
    desk: Desk,
    told: Told = lambda _done, _all: None,
) -> bytes:
    """Return the file; sheets stand in the order of `contents`, which are sorted by field.

    Pages are counted through. `told` hears how far it is, and may raise to stop. Raises ValueError
    without any content, TooLongError and SymbolError as a single sheet does.
    """
    if not contents:
        raise ValueError("a booklet has a sheet at least")
    whole = 2 * len(contents)
    laid: list[tuple[A4Paper, list[Page]]] = []
    for done, content in enumerate(contents, 1):
        paper = posting_sheet(content, desk)
        laid.append((paper, paper.pages()))
        told(done, whole)
    starts: list[int] = []
    listing = _listing(contents, desk, starts)
    listed = listing.pages()
    page = len(listed)
    for _, pages in laid:
        starts.append(page + 1)
        page += len(pages)
    file = io.BytesIO()
    canvas = new_canvas(file, *desk.size, desk.form_set.title)
    canvas.setTitle(_NAME)
    canvas.setAuthor(contents[0].header.on_one_line())
    _numbered(listing, 0, page).draw_on(canvas, listed)
    for done, (paper, pages) in enumerate(laid, 1):
        canvas.bookmarkPage(contents[done - 1].code)
        canvas.addOutlineEntry(contents[done - 1].name, contents[done - 1].code)
        _numbered(paper, starts[done - 1] - 1, page).draw_on(canvas, pages)
        told(len(contents) + done, whole)
    canvas.save()
    return file.getvalue()


def _numbered(paper: A4Paper, before: int, whole: int) -> A4Paper:
    """Return a paper whose pages are counted from the booklet's first one on."""
    return replace(paper, page_words=lambda number, _: f"Trang {before + number}/{whole}")


def _listing(contents: Sequence[PostingSheetContent], desk: Desk, starts: list[int]) -> A4Paper:
    """Return the list of contents; the pages are read from `starts` when it is drawn."""
    form = SheetForm(title=_TITLE, name=_NAME, margins=desk.form.margins)
    own = replace(desk, form=form)
    blank = own.blank()
    bands: list[Band] = []
    for field, lines in groupby(enumerate(contents), lambda each: each[1].field):
        bands += [gap(3.0), *paragraph(blank, field or NO_FIELD, BOLD, _PITCH, kept=True)]
        bands += [_line(blank, content, place, starts) for place, content in lines]
    posted = f"Niêm yết {written_date(contents[0].posted_on)}"
    return A4Paper(own, contents[0].header, _Head(own, contents), bands, own.foot("", [posted]), "")


def _line(blank: Sheet, content: PostingSheetContent, place: int, starts: list[int]) -> Band:
    """Return a line of the list: code, name, page."""
    lines = blank.wrapped(content.name, BODY, blank.width - _CODE - _NUMBER)

    def draw(sheet: Sheet, top: float) -> None:
        y = top + _PITCH - 1.2
        sheet.text(sheet.left, y, content.code, BODY)
        for number, line in enumerate(lines):
            end = sheet.text(sheet.left + _CODE, y + number * _PITCH, line, BODY)
        last = y + (len(lines) - 1) * _PITCH
        words = str(starts[place])
        begin = sheet.right - sheet.text_width(words, BODY)
        if end + 2.0 < begin - 1.0:
            sheet.leader(end + 1.5, begin - 1.0, last)
        sheet.text(begin, last, words, BODY)

    return Band(_PITCH * len(lines) + 0.8, draw, words=content.name)


@dataclass(frozen=True, slots=True)
class _Head:
    """Unit left, the booklet's name, how many procedures of how many fields."""

    desk: Desk
    contents: Sequence[PostingSheetContent]

    def draw(self, sheet: Sheet, page: int, _copy: int) -> float:
        """Draw the head; return where the list begins."""
        if page:
            sheet.text(sheet.left, _FIRST, f"{_NAME} (mục lục, tiếp theo)", CONTINUED_NAME)
            sheet.rule(sheet.left, sheet.right, _FIRST + 2.5, 0.6)
            return _FIRST + 5.0
        header, y = self.contents[0].header, _FIRST
        for text, style in ((header.parent, BODY), (" ".join(header.unit_lines), BOLD)):
            for line in sheet.wrapped(text, style, sheet.width) if text else ():
                sheet.text(sheet.left, y, line, style)
                y += _LINE
        middle = sheet.left + sheet.width / 2
        y += 6.0
        for line in sheet.wrapped(_NAME.upper(), TITLE, sheet.width):
            sheet.text_centred(middle, y, line, TITLE)
            y += 6.6
        fields = len({content.field for content in self.contents})
        words = f"({len(self.contents)} thủ tục, {fields} lĩnh vực)"
        sheet.text_centred(middle, y, words, SPAN)
        sheet.text_centred(middle, y + 9.0, _TITLE, BOLD)
        return y + 11.0

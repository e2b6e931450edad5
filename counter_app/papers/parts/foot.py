"""The foot: notes, form and program, page; it is measured first, for all else hangs from it."""

from __future__ import annotations

from counter_app.domain.dates import paper_date, paper_moment, vietnam_time
from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Marks
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import FOOT, FOOT_ITALIC, PAGE_WORDS, SMALL
from counter_app.papers.setting.typist import Style

_LAST = 199.4
_PITCH = 3.1
_BETWEEN = " · "

Note = tuple[str, Style]


class Foot:
    """The lines of a foot, wrapped to the width of `sheet`; `top` is the y of its rule."""

    def __init__(
        self,
        sheet: Sheet,
        notes: list[Note],
        imprint: str,
        last: float = _LAST,
        small: Style = SMALL,
    ) -> None:
        self._last = last
        self._small = small
        *above, self._imprint = _imprint_lines(sheet, imprint, small)
        self._lines: list[Note] = []
        for text, style in notes:
            self._lines += [(line, style) for line in sheet.rich_wrapped(text, style, sheet.width)]
        self._lines += [(line, small) for line in above]
        self.top = last - _PITCH * len(self._lines) - 3.4

    def draw(self, sheet: Sheet, page: int, pages: int, page_words: str = "") -> None:
        """Draw rule, notes, imprint and "Trang x/y", or `page_words` in its place."""
        sheet.rule(sheet.left, sheet.right, self.top, 0.5)
        for place, (text, style) in enumerate(self._lines):
            y = self._last - _PITCH * (len(self._lines) - place)
            sheet.rich_text(sheet.left, y, text, style)
        sheet.text(sheet.left, self._last, self._imprint, self._small)
        if page_words:
            sheet.text_right(sheet.right, self._last, page_words, PAGE_WORDS)
        else:
            sheet.text_right(sheet.right, self._last, f"Trang {page}/{pages}", self._small)


def _imprint_lines(sheet: Sheet, imprint: str, style: Style) -> list[str]:
    """Return the imprint, in two lines where it would run into the number of the page."""
    room = sheet.width - sheet.text_width("Trang 88/88", style) - 3
    parts = imprint.split(_BETWEEN)
    fits = len(parts)
    while fits > 1 and sheet.text_width(_BETWEEN.join(parts[:fits]), style) > room:
        fits -= 1
    lines = [_BETWEEN.join(parts[:fits]), _BETWEEN.join(parts[fits:])]
    return [line for line in lines if line]


def imprint(*parts: str, marks: Marks, counter: str) -> str:
    """Return the last line: form, form set, program version, counter, print time."""
    at = vietnam_time(marks.printed_at)
    printed = f"In lúc {at:%H:%M} ngày {paper_date(at.date())}"
    place = (f"Quầy {counter}",) if counter else ()
    return _BETWEEN.join((*parts, f"Chương trình {marks.program_version}", *place, printed))


def mark_notes(form_set: FormSet, marks: Marks) -> list[Note]:
    """Return what practice, reprint and work without a line say in the foot.

    A reprint no longer says that the line was down: its foot must not outgrow the first print's.
    """
    notes: list[Note] = []
    if marks.practice:
        first, second = form_set.practice_notes
        notes += [(first, FOOT), (second, FOOT_ITALIC)]
    if marks.reprint:
        again = marks.reprint
        what = f"**In lại lần {again.number}** lúc {paper_moment(again.at)}"
        notes.append((f"{what}; lý do: {again.reason}; người in: {again.who}.", FOOT))
    if marks.offline_since and not marks.practice and not marks.reprint:
        at = vietnam_time(marks.offline_since)
        when = f"Tiếp nhận khi mất kết nối lúc {at:%H:%M}"
        notes.append((f"{when}; tra cứu được khi hệ thống kết nối lại.", FOOT))
    return notes

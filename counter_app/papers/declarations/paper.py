"""A declaration on upright A4: a letter without an issuer, for it is the citizen who writes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counter_app.domain.dates import vietnam_time, written_date
from counter_app.papers.letters.first_head import LetterHead
from counter_app.papers.letters.letter import Letter
from counter_app.papers.letters.sizes import A4_LETTER
from counter_app.papers.parts.foot import imprint
from counter_app.papers.parts.heads import Symbols
from counter_app.papers.parts.stamps import stamp, stamp_lines
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.typist import Style

REFERENCE = "mẫu tham khảo, do Trung tâm soạn"
"""Stands on every declaration: the layout is ours, not that of a circular."""

_BODY_STYLE = Style("regular", 11.5)

A4_DECLARATION = replace(
    A4_LETTER,
    body=_BODY_STYLE,
    italic=Style("italic", 11.5),
    pitch=5.2,
    rise=3.9,
    between=1.1,
    places=replace(A4_LETTER.places, title_pitch=6.3, copy=5.0),
    signatures=replace(A4_LETTER.signatures, clear=5.0, room=20.0),
)
"""A little tighter than a letter: a whole declaration finds room on one page."""

_DATE, _TITLE = 8.0, 8.0  # from the motto's rule to the date, from there to the title
_BODY = 7.0  # from the last line of the head to the body
_STAMP = 5.0  # the stamp of practice has a line of its own
_NO_SYMBOLS = Symbols(0.0, 0.0, 0.0, has_qr=False, low_qr=False)


@dataclass(frozen=True, slots=True)
class CitizenHead(LetterHead):
    """Nation and motto in the middle, place and date at the right, the title below."""

    @property
    def has_symbols(self) -> bool:
        """There is no dossier yet, and so no code."""
        return False

    def draw(self, sheet: Sheet, copy: int) -> tuple[float, bool]:
        """Draw all; return the top of the body. Nothing is ever beside bars."""
        del copy
        head, size = self.size.head, self.size
        middle = sheet.left + sheet.width / 2
        sheet.text_centred(middle, head.first, self.form_set.nation, head.nation)
        y = head.first + head.motto
        sheet.text_centred(middle, y, self.form_set.motto, head.motto_style)
        half = sheet.text_width(self.form_set.motto, head.motto_style) / 2
        sheet.rule(middle - half, middle + half, y + head.motto_rule, 0.6)
        y += _DATE
        day = written_date(vietnam_time(self.content.at).date())
        sheet.text_right(sheet.right, y, f"{self.content.header.place}, {day}", head.place)
        y = self._titles(sheet, y + _TITLE)
        y += size.places.copy
        sheet.text_centred(middle, y, f"({REFERENCE})", size.copy)
        if lines := stamp_lines(self.form_set, self.marks):
            y += _STAMP
            stamp(sheet, lines, _NO_SYMBOLS, y)
        return y + _BODY - size.rise, False


class DeclarationPaper(Letter):
    """One declaration, ready to be drawn."""

    head_kind = CitizenHead

    def _imprint(self) -> str:
        return imprint(self._form.name, REFERENCE, marks=self._marks, counter="")

"""Declarations as PDF files: one copy on upright A4, filled in, for the citizen to sign.

Same content, same bytes, as with `documents`.
"""

from __future__ import annotations

import io

from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Marks
from counter_app.domain.printed.letter import LetterContent
from counter_app.domain.printed.letter_form import LetterForm
from counter_app.papers.declarations.paper import A4_DECLARATION, DeclarationPaper
from counter_app.papers.fonts import FontChoice, registered
from counter_app.papers.setting.pdf_file import new_canvas, setting_text
from counter_app.papers.setting.sheet import Sheet

_WIDTH, _HEIGHT = 210.0, 297.0
_LEFT, _RIGHT = 22.0, 15.0


def declaration_pdf(
    content: LetterContent, form: LetterForm, marks: Marks, form_set: FormSet, fonts: FontChoice
) -> bytes:
    """Return the declaration as PDF. The set gives nation, motto and what practice says.

    Raises TooLongError when a single value is taller than a page.
    """
    faces = registered(fonts)

    def blank() -> Sheet:
        return Sheet(faces, _LEFT, _WIDTH - _LEFT - _RIGHT)

    file = io.BytesIO()
    with setting_text:
        paper = DeclarationPaper(content, form, marks, form_set, blank(), A4_DECLARATION)
        canvas = new_canvas(file, _WIDTH, _HEIGHT, form.name)
        canvas.setTitle(paper.title)
        canvas.setAuthor(paper.author)
        for page in range(paper.pages):
            sheet = blank()
            paper.draw(sheet, page, 1)
            sheet.draw(canvas, _HEIGHT)
            canvas.showPage()
        canvas.save()
    return file.getvalue()

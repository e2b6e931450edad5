"""A declaration filled in with what is known of the visit, ready for the citizen's signature."""

from __future__ import annotations

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import vietnam_time
from counter_app.domain.printed.declaration import Declaration
from counter_app.domain.printed.letter import LetterContent, LetterRow
from counter_app.papers.declarations.documents import declaration_pdf
from counter_app.papers.fonts import FontChoice
from counter_app.papers.parts.values import count
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.officers.permits import require_kind
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.office import office_header, sheet_marks, todays_forms
from counter_app.services.visitor.known_values import known_values

DECLARATION = "declaration"


def declaration_content(
    workplace: Workplace, reception: Reception, declaration: Declaration
) -> LetterContent:
    """Return what the declaration says of the visit so far; what isn't known is left out."""
    at = workplace.clock.now().at
    procedures = workplace.reference.procedures
    procedure = procedures.version_on(reception.procedure, vietnam_time(at).date())
    values = known_values(workplace, reception, procedure)
    papers = tuple(
        LetterRow(
            each.name,
            cells=(count(each.originals), count(each.certified), count(each.photocopies)),
        )
        for each in reception.papers or ()
        if not each.missing
    )
    return LetterContent(
        letter=declaration.name,
        header=office_header(workplace),
        at=at,
        values=values,
        lists={"papers": papers} if papers else {},
        names=tuple(values.get(f"{person}_name", "") for person in declaration.signed_by),
    )


def make_declaration(
    workplace: Workplace,
    session: Session,
    reception: Reception,
    declaration: Declaration,
    fonts: FontChoice,
) -> Document:
    """Return the declaration as a paper. Raises NotPermittedError, and what the papers raise."""
    require_kind(workplace, session, Kind.PRINTED)
    forms = todays_forms(workplace)
    content = declaration_content(workplace, reception, declaration)
    pdf = declaration_pdf(content, declaration.form, sheet_marks(workplace), forms, fonts)
    return Document(DECLARATION, f"{declaration.name}-{declaration.version}", pdf, copies=1)

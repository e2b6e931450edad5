"""Phiếu bàn giao: the list of a pile that was written, two copies with places for two hands."""

from __future__ import annotations

from counter_app.domain.acts.received import ResultWay
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.dates import paper_date
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.printed.sheets import HandOverContent, HandOverKind, HandOverLine
from counter_app.papers.fonts import FontChoice
from counter_app.papers.sheet_documents import hand_over_pdf
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.piles import Pile, PileList
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.office import office_header, sheet_marks, todays_forms

COPIES = 2


def hand_over_content(workplace: Workplace, session: Session, done: PileList) -> HandOverContent:
    """Return what the list of a pile says; the counter is one side of it."""
    centre, counter = workplace.reference.centre, workplace.enrolment.counter
    here = f"{centre.shown_name} – Quầy {counter}"
    out = done.pile is Pile.OUT
    officer = session.officer.name
    kind = HandOverKind.RESULTS if done.pile is Pile.RESULTS else HandOverKind.DOSSIERS
    return HandOverContent(
        kind=kind,
        header=office_header(workplace),
        number=done.number,
        at=done.at,
        counter=counter,
        from_unit=here if out else done.unit or _units(done),
        to_unit=done.unit if out else here,
        lines=tuple(_line(each, kind) for each in done.dossiers),
        giver=officer if out else done.receiver,
        receiver=done.receiver if out else officer,
    )


def make_hand_over_list(
    workplace: Workplace, session: Session, done: PileList, fonts: FontChoice
) -> Document:
    """Return the list as a paper. Raises what the papers raise."""
    forms = todays_forms(workplace)
    content = hand_over_content(workplace, session, done)
    pdf = hand_over_pdf(content, sheet_marks(workplace), forms, fonts, COPIES)
    return Document(content.kind.value, forms.id, pdf, COPIES)


def _line(dossier: Dossier, kind: HandOverKind) -> HandOverLine:
    received = dossier.received
    results = dossier.results if kind is HandOverKind.RESULTS else ()
    return HandOverLine(
        code=dossier.shown_code,
        subject=received.subject or received.procedure.name,
        applicant=received.applicant.name,
        address=str(received.applicant.address),
        result="; ".join(map(_result, results)),
        has_fee=dossier.due_amount > 0,
        by_post=received.delivery.way is ResultWay.POST,
    )


def _result(paper: ResultPaper) -> str:
    number = f"số {paper.number}" if paper.number else ""
    day = f"ngày {paper_date(paper.issued_on)}" if paper.issued_on else ""
    return ", ".join(part for part in (paper.kind, number, day) if part)


def _units(done: PileList) -> str:
    """Return the agencies that the results came from, when nobody named one."""
    names = dict.fromkeys(each.received.procedure.agency_name for each in done.dossiers)
    return "; ".join(name for name in names if name)

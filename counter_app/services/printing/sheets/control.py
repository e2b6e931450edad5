"""Phiếu kiểm soát: what goes with a dossier, with the hand-overs that were recorded."""

from __future__ import annotations

from itertools import pairwise

from counter_app.domain.acts.results import ResultTakenIn
from counter_app.domain.acts.steps import HandedOver
from counter_app.domain.dates import shown_moment
from counter_app.domain.deadlines.remaining import Outcome, outcome
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.printed.sheets import ControlSheetContent, ControlStep, Standing
from counter_app.domain.procedures.workflow import Progress
from counter_app.papers.fonts import FontChoice
from counter_app.papers.sheet_documents import control_sheet_pdf
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.printing.receipt_paper import Document, form_set_of, marks_of
from counter_app.services.printing.sheets.office import office_header
from counter_app.services.workflow.timeline import progress_of
from counter_app.store.subjects.dossiers import Told

CONTROL_SHEET = "control_sheet"


def control_sheet_content(
    workplace: Workplace, dossier: Dossier, told: tuple[Told, ...]
) -> ControlSheetContent:
    """Return what the control sheet of a dossier says by now; further rows are for hands.

    Where the procedure has an internal process, each hand-over that it still foresees has its row.
    """
    received = dossier.received
    here = workplace.reference.centre.shown_name
    steps, officers = [], workplace.reference.officers
    for each in told:
        officer = officers.with_id(each.entry.officer)
        name = officer.name if officer else ""
        match each.body:
            case HandedOver() as body:
                units = (body.unit, here) if body.back else (here, body.unit)
                persons = (body.receiver, name) if body.back else (name, body.receiver)
                steps.append(ControlStep(*units, each.entry.occurred_at, *persons))
            case ResultTakenIn() as body:
                standing = _STANDINGS.get(outcome(each.entry.occurred_at, dossier.promise.due_at))
                unit = body.from_unit or received.procedure.agency_name
                steps.append(
                    ControlStep(
                        unit, here, each.entry.occurred_at, receiver=name, standing=standing,
                        note="kết quả",
                    )
                )  # fmt: skip
    ref = received.procedure
    procedure = workplace.reference.procedures.with_version(ref.code, ref.version)
    now = workplace.clock.now().at
    stands = progress_of(workplace.reference, procedure, dossier, told, now)
    steps += _foreseen(stands, here) if stands else []
    return ControlSheetContent(
        header=office_header(workplace),
        code=dossier.shown_code,
        book="TH" if received.practice else received.book,
        serial=received.serial,
        counter=received.book or workplace.enrolment.counter,
        applicant=received.applicant.name,
        subject=received.subject or received.procedure.name,
        received_at=received.received_at,
        due_at=dossier.promise.due_at,
        agency=received.procedure.agency_name,
        steps=tuple(steps),
    )


def make_control_sheet(
    workplace: Workplace, session: Session, dossier: Dossier, fonts: FontChoice
) -> Document:
    """Return the control sheet as a paper. Raises what the papers raise."""
    with workplace.store.reading() as tx:
        told = tx.dossiers.timeline(dossier.uid)
    shown = {step.uid for step in dossier.steps}
    history = tuple(each for each in told if each.entry.uid in shown)
    forms = form_set_of(workplace, dossier.received.form_set)
    content = control_sheet_content(workplace, dossier, history)
    marks = marks_of(workplace, session, dossier, 0, "")
    return Document(
        CONTROL_SHEET, forms.id, control_sheet_pdf(content, marks, forms, fonts), copies=1
    )


def _foreseen(stands: Progress, here: str) -> list[ControlStep]:
    """Return the hand-overs that the plan still foresees, with the moment by which."""
    if stands.now is None:
        return []
    left = stands.steps[stands.now :]
    return [
        ControlStep(
            each.step.unit or here,
            after.step.unit or here,
            note=f"trước {shown_moment(each.until)}",
        )
        for each, after in pairwise(left)
        if each.step.unit != after.step.unit
    ]


_STANDINGS = {
    Outcome.EARLY: Standing.BEFORE,
    Outcome.ON_TIME: Standing.ON_TIME,
    Outcome.LATE: Standing.LATE,
}

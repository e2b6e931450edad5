"""A visitor's paper after the printer answered: the entry that says who printed what for whom."""

from __future__ import annotations

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import of_error
from counter_app.desktop.printing.outcome import PrintKind, PrintOutcome
from counter_app.domain.acts.steps import PrintProof
from counter_app.domain.people.person import Person
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.visitor.printed import record_visitor_print


def record_out(
    desk: Desk, document: Document, visitor: Person, subject: str, outcome: PrintOutcome
) -> None:
    """Record the paper behind the window, unless it is known that it didn't come out.

    What the printer never answered for is recorded too: it may be in somebody's hands.
    """
    proof = PrintProof.SENT if outcome.kind is PrintKind.UNCONFIRMED else outcome.proof
    if proof is None:
        return
    desk.jobs.run(
        lambda: record_visitor_print(
            desk.workplace, desk.session, document, visitor, subject, proof
        ),
        lambda _: desk.nudge(),
        lambda error: desk.notify(of_error(error)),
    )

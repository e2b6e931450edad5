"""A paper came out for somebody who has no dossier: the entry that says who printed what for whom.

It is written when the printer has answered, whatever it said: nobody confirms such a paper later.
"""

from __future__ import annotations

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import Printed, PrintProof
from counter_app.domain.people.person import Person
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.printing.paper_words import masked_identity
from counter_app.services.printing.receipt_paper import Document


def visitor_words(person: Person) -> str:
    """Return the name and the masked identity number; "" for a visitor who wasn't entered."""
    return " ".join(part for part in (person.name, masked_identity(person)) if part)


def record_visitor_print(
    workplace: Workplace,
    session: Session,
    document: Document,
    visitor: Person,
    subject: str,
    proof: PrintProof,
) -> Printed:
    """Record that `document` was printed for `visitor`; `subject`, in Vietnamese, what it is about.

    Raises ClockDoubtfulError or a StoreError.
    """
    body = Printed(
        form=document.form,
        form_set=document.form_set,
        copies=document.copies,
        proof=proof,
        document_sha256=document.sha256,
        visitor=visitor_words(visitor),
        subject=subject,
    )
    with workplace.store.writing() as tx:
        moment = workplace.moment(tx)
        tx.journal.append(
            Kind.PRINTED,
            body,
            uid=workplace.new_id(),
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
    return body

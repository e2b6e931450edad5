"""What every letter may say of its dossier: values by the names that forms use."""

from __future__ import annotations

from counter_app.domain.dates import paper_moment
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.forms import Header
from counter_app.services.counter.workplace import Workplace
from counter_app.services.printing.paper_words import masked_identity, submitter_words
from counter_app.wording.deadlines import limit_words


def letter_header(workplace: Workplace) -> Header:
    """Return whose letter it is."""
    centre = workplace.reference.centre
    return Header(centre.parent, centre.unit_lines, centre.place)


def letter_values(workplace: Workplace, dossier: Dossier) -> dict[str, str]:
    """Return the values that are known; a form leaves out, or leaves dots for, the others."""
    received, centre = dossier.received, workplace.reference.centre
    applicant, submitter = received.applicant, received.submitter
    counter, field = received.book or workplace.enrolment.counter, received.counter_name
    due = dossier.promise.due_at
    values = {
        "counter": f"Quầy {counter} – {field}" if field else f"Quầy {counter}",
        "applicant": applicant.name,
        "submitter": submitter_words(submitter, received.authority) if submitter else "",
        "address": str(applicant.address),
        "phone": applicant.phone or (submitter.phone if submitter else ""),
        "email": applicant.email,
        "identity": masked_identity(applicant),
        "subject": received.subject or received.procedure.name,
        "procedure": received.procedure.name,
        "agency": received.procedure.agency_name,
        "received": paper_moment(received.received_at),
        "due": paper_moment(due) if due else "",
        "limit": limit_words(received.limit, say=str),
        "help_phone": centre.phone,
        "lookup": centre.lookup.removeprefix("https://").removeprefix("http://").rstrip("/"),
    }
    return {name: text for name, text in values.items() if text}

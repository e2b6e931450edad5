"""What letters say of a visitor who has no dossier, by the names that forms use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from counter_app.domain.people.person import IdentityKind, Person
from counter_app.domain.printed.letter import LetterContent, LetterRow
from counter_app.domain.procedures.procedure import Procedure
from counter_app.services.counter.workplace import Workplace
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.printing.paper_words import masked_identity, submitter_words
from counter_app.services.printing.sheets.office import office_header


def person_values(workplace: Workplace, applicant: Person) -> dict[str, str]:
    """Return what is known of the applicant, the counter and the centre."""
    place, centre = workplace.enrolment, workplace.reference.centre
    counter = f"Quầy {place.counter}"
    return {
        "counter": f"{counter} – {place.counter_name}" if place.counter_name else counter,
        "applicant": applicant.name,
        "address": str(applicant.address),
        "phone": applicant.phone,
        "email": applicant.email,
        "identity": masked_identity(applicant),
        "help_phone": centre.phone,
        "lookup": centre.lookup.removeprefix("https://").removeprefix("http://").rstrip("/"),
    }


def visit_values(
    workplace: Workplace, reception: Reception, procedure: Procedure
) -> dict[str, str]:
    """Return what is known of a visit: its people, the procedure and who decides on it."""
    submitter = reception.submitter
    return person_values(workplace, reception.applicant) | {
        "submitter": submitter_words(submitter, reception.authority) if submitter else "",
        "subject": procedure.name,
        "procedure": procedure.name,
        "agency": procedure.agency_name,
    }


def visit_content(
    workplace: Workplace,
    letter: str,
    values: Mapping[str, str],
    lists: Mapping[str, tuple[LetterRow, ...]],
    names: tuple[str, ...],
    *,
    number: str = "",
    at: datetime | None = None,
    kind: IdentityKind = IdentityKind.NONE,
) -> LetterContent:
    """Return a letter without a code; empty values and lists are left out.

    `kind` is that of the value "identity".
    """
    return LetterContent(
        letter=letter,
        header=office_header(workplace),
        at=at or workplace.clock.now().at,
        number=number,
        values={name: text for name, text in values.items() if text},
        lists={name: rows for name, rows in lists.items() if rows},
        names=names,
        identity_kind=kind,
    )

"""A portal's code that is typed or scanned for a visitor: whose dossier bears it here."""

from __future__ import annotations

from counter_app.domain.dossiers.code import find_code
from counter_app.domain.people.person import Person
from counter_app.domain.problems import Problem, doubt
from counter_app.domain.text import fold
from counter_app.services.counter.workplace import Workplace


def code_doubt(workplace: Workplace, applicant: Person, code: str) -> Problem | None:
    """Return what is doubtful about `code` for `applicant`; None when nobody here bears it.

    Another person's dossier is named. One's own that waits is no fault, for it was just helped
    with: where it is received is named instead. Nothing is refused: that somebody was helped stays
    true whatever the code says.
    """
    found = find_code(code)
    if found is None:
        return None
    with workplace.store.reading() as tx:
        dossier = tx.dossiers.by_code(found.text)
    if dossier is None:
        return None
    received = dossier.received
    facts = {"code": dossier.shown_code, "procedure": received.procedure.name}
    if not _same(applicant, received.applicant):
        return doubt("assisted_code_of_other", "/code", name=received.applicant.name, **facts)
    if dossier.awaits_reception and not dossier.status.is_closed:
        return doubt("assisted_code_waits", "/code", **facts)
    return doubt("assisted_code_received", "/code", **facts)


def _same(one: Person, other: Person) -> bool:
    numbers = one.identity.number, other.identity.number
    if all(numbers):
        return numbers[0] == numbers[1]
    return fold(one.name) == fold(other.name)

"""What is known of a visit under the names that declarations use; what isn't known is left out.

See `domain.printed.declaration_names` for what each name means. A declaration is the citizen's own
paper: unlike on the office's, the identity number stands on it whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from counter_app.domain.dates import paper_date, vietnam_time, written_date
from counter_app.domain.people.person import (
    Capacity,
    IdentityKind,
    Person,
    PersonKind,
    Sex,
)
from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.text import fold
from counter_app.papers.parts.values import phone
from counter_app.services.counter.workplace import Workplace
from counter_app.services.dossiers.reception_plan import Reception

_ROLES: Mapping[str, frozenset[str]] = {
    "child": frozenset({"con", "con de", "con trai", "con gai", "con nuoi", "tre", "tre em"}),
    "father": frozenset({"cha", "bo", "ba", "cha de"}),
    "mother": frozenset({"me", "ma", "me de"}),
    "spouse": frozenset({"vo", "chong"}),
    "deceased": frozenset({"nguoi chet", "nguoi mat", "nguoi da chet", "nguoi da mat", "tu vong"}),
}
"""Person → what officers write as the role of a related person, without accents."""

_CAPACITIES = {
    Capacity.AUTHORISED: "người được ủy quyền",
    Capacity.FATHER: "cha",
    Capacity.MOTHER: "mẹ",
    Capacity.GUARDIAN: "người giám hộ",
    Capacity.LEGAL_REPRESENTATIVE: "người đại diện theo pháp luật",
    Capacity.INTRODUCTION_LETTER: "người được giới thiệu",
}
_CHILD_UNTIL = 15  # years: from then on people sign at a counter for themselves
_OF_A_CHILD = frozenset({Capacity.FATHER, Capacity.MOTHER, Capacity.GUARDIAN})
_WITH_PAPER = frozenset({Capacity.AUTHORISED, Capacity.INTRODUCTION_LETTER})
_DOCUMENTS = {
    IdentityKind.PERSONAL_NUMBER: "Số định danh cá nhân",
    IdentityKind.CITIZEN_CARD: "Thẻ căn cước/CCCD số",
    IdentityKind.OLD_CARD: "Chứng minh nhân dân số",
    IdentityKind.IDENTITY_CERTIFICATE: "Giấy chứng nhận căn cước số",
    IdentityKind.PASSPORT: "Hộ chiếu số",
    IdentityKind.TAX_CODE: "Mã số thuế",
    IdentityKind.DECISION: "Quyết định thành lập số",
}
_NUMBERED = frozenset({IdentityKind.PERSONAL_NUMBER, IdentityKind.CITIZEN_CARD})
_SEXES = {Sex.MALE: "Nam", Sex.FEMALE: "Nữ"}


def persons_of(reception: Reception, today: date) -> dict[str, Person]:
    """Return who is known of `declaration_names.PERSONS`; whoever isn't sure isn't there."""
    submitter = reception.submitter
    capacity = reception.authority.capacity
    applicant = reception.applicant if reception.applicant.name else None
    grown = applicant is not None and _speaks_for_itself(applicant, today)
    found: dict[str, Person | None] = {
        "applicant": applicant,
        "submitter": submitter,
        "requester": submitter or (applicant if grown else None),
        "agent": submitter if submitter and capacity in _WITH_PAPER else None,
    }
    for name, roles in _ROLES.items():
        found[name] = _only(each.person for each in reception.related if fold(each.role) in roles)
    if applicant and not grown and found["child"] is None:
        found["child"] = applicant
    if submitter and applicant and capacity in _OF_A_CHILD:
        found["child"] = applicant
        if capacity is Capacity.FATHER:
            found["father"] = submitter
        elif capacity is Capacity.MOTHER:
            found["mother"] = submitter
    couple = [reception.applicant, *(each.person for each in reception.related)]
    found["man"] = _only(each for each in couple if each.sex is Sex.MALE)
    found["woman"] = _only(each for each in couple if each.sex is Sex.FEMALE)
    return {name: person for name, person in found.items() if person is not None}


def known_values(
    workplace: Workplace, reception: Reception, procedure: Procedure | None
) -> dict[str, str]:
    """Return every value that is known; empty ones are left out."""
    centre, today = workplace.reference.centre, vietnam_time(workplace.clock.now().at).date()
    authority = reception.authority
    values = {
        "procedure": procedure.name if procedure else "",
        "case": reception.case,
        "agency": procedure.agency_name if procedure else "",
        "centre": centre.shown_name,
        "province": centre.province,
        "place": centre.place,
        "day": written_date(today),
        "capacity": _capacity(reception, today),
        "authority": _authority(authority.paper_number, authority.paper_date),
        "help_phone": phone(centre.phone),
        "lookup": centre.lookup.removeprefix("https://").removeprefix("http://").rstrip("/"),
    }
    for name, person in persons_of(reception, today).items():
        values |= {f"{name}_{part}": text for part, text in _parts(person).items()}
    return {name: text for name, text in values.items() if text}


def _parts(person: Person) -> dict[str, str]:
    identity = person.identity
    birth = str(person.birth_year or "")
    return {
        "name": person.name,
        "birth": paper_date(person.birth_date) if person.birth_date else birth,
        "sex": _SEXES[person.sex] if person.sex else "",
        "nationality": _nationality(person),
        "document": _document(person),
        "number": identity.number if identity.kind in _NUMBERED else "",
        "address": str(person.address),
        "phone": phone(person.phone),
        "email": person.email,
    }


def _document(person: Person) -> str:
    identity = person.identity
    if not identity.number or identity.kind not in _DOCUMENTS:
        return ""
    said = f"{_DOCUMENTS[identity.kind]} {identity.number}"
    return f"{said}, cấp ngày {paper_date(identity.issued_on)}" if identity.issued_on else said


def _nationality(person: Person) -> str:
    """Only what a paper says: a citizen card is given to Vietnamese citizens alone."""
    if person.kind is not PersonKind.CITIZEN:
        return ""
    identity = person.identity
    kinds = (IdentityKind.CITIZEN_CARD, IdentityKind.OLD_CARD)
    known = identity.kind in kinds and identity.number
    return "Việt Nam" if known or identity.nationality == "VN" else identity.nationality


def _speaks_for_itself(person: Person, today: date) -> bool:
    """A newborn is entered as the applicant, too: it doesn't ask for anything itself."""
    year = person.birth_date.year if person.birth_date else person.birth_year
    if year is None:
        return bool(person.identity.number)
    return today.year - year > _CHILD_UNTIL


def _capacity(reception: Reception, today: date) -> str:
    if reception.submitter is None:
        alone = reception.applicant.name and _speaks_for_itself(reception.applicant, today)
        return "bản thân" if alone else ""
    return _CAPACITIES.get(reception.authority.capacity, "")


def _authority(number: str, day: date | None) -> str:
    if not number:
        return ""
    return f"số {number}, {written_date(day)}" if day else f"số {number}"


def _only(persons: Iterable[Person]) -> Person | None:
    """Return the one person; several leave dots, for the program mustn't choose among them."""
    found = tuple(persons)
    return found[0] if len(found) == 1 else None

"""Who receives a result: the person of a card, beside the persons of the dossier."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum

from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.people.citizen_card import CardReading
from counter_app.domain.people.person import (
    Address,
    Authority,
    Capacity,
    Identity,
    IdentityKind,
    Person,
)
from counter_app.domain.text import fold


class Role(Enum):
    """Whom of the dossier a card names."""

    APPLICANT = "applicant"  # chủ hồ sơ
    SUBMITTER = "submitter"  # người nộp
    RELATED = "related"  # người liên quan
    STRANGER = "stranger"


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who receives, and in what capacity. `same_name` False: number alike, name not."""

    person: Person
    authority: Authority
    role: Role
    same_name: bool = True


def expected(dossier: Dossier) -> Receiver:
    """Return who is expected to come: whoever submitted, as they submitted."""
    received = dossier.received
    if received.submitter:
        return Receiver(received.submitter, received.authority, Role.SUBMITTER)
    return Receiver(received.applicant, Authority(), Role.APPLICANT)


def of_card(dossier: Dossier, card: CardReading) -> Receiver:
    """Return who the card names: by number; by name alone where the dossier has no number."""
    received = dossier.received
    if _is(received.applicant, card):
        return _matched(received.applicant, Authority(), Role.APPLICANT, card)
    if received.submitter and _is(received.submitter, card):
        return _matched(received.submitter, received.authority, Role.SUBMITTER, card)
    for related in received.related:
        if _is(related.person, card):
            return _matched(related.person, Authority(Capacity.AUTHORISED), Role.RELATED, card)
    return Receiver(person_of(card), Authority(Capacity.AUTHORISED), Role.STRANGER)


def person_of(card: CardReading) -> Person:
    """Return the card's holder as a person; the address as the card words it."""
    return Person(
        name=card.name,
        identity=_identity(card),
        birth_date=card.birth_date,
        birth_year=card.birth_year,
        sex=card.sex,
        address=Address(original=card.address),
    )


def _identity(card: CardReading) -> Identity:
    return Identity(IdentityKind.CITIZEN_CARD, card.number, issued_on=card.issued_on)


def _is(person: Person, card: CardReading) -> bool:
    number = person.identity.number
    if number:
        return number in (card.number, card.old_number)
    return bool(card.name) and fold(person.name) == fold(card.name)


def _matched(person: Person, authority: Authority, role: Role, card: CardReading) -> Receiver:
    known = (
        person if person.identity.number else dataclasses.replace(person, identity=_identity(card))
    )
    return Receiver(known, authority, role, same_name=fold(person.name) == fold(card.name))

"""The kinds of person a form can take, and the fields that each of them has.

A kind joins who somebody is (citizen, business, …) with the paper that is typed first. In the usual
case nobody chooses it: `guessed` tells it from the shape of the number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from counter_app.domain.people.identity import normal_number
from counter_app.domain.people.person import Capacity, IdentityKind, Person, PersonKind


class PersonRole(Enum):
    """What somebody is in the dossier that the form belongs to."""

    APPLICANT = "applicant"  # chủ hồ sơ
    SUBMITTER = "submitter"  # người nộp
    RELATED = "related"  # người liên quan
    RECEIVER = "receiver"  # người nhận kết quả


class TypedKind(Enum):
    """What is typed: a person or body with its kind of paper. The value is kept in drafts."""

    CARD = "card"
    OLD_CARD = "old_card"
    CERTIFICATE = "certificate"
    PASSPORT = "passport"
    NONE_YET = "none_yet"
    MINOR = "minor"
    BUSINESS = "business"
    HOUSEHOLD = "household"
    ORGANISATION = "organisation"
    AGENCY = "agency"


class Name(Enum):
    """The fields of the form. `OTHER_…`: who comes for a minor or a body, and submits."""

    KIND = "kind"
    NUMBER = "number"
    NATIONALITY = "nationality"
    ISSUED = "issued"
    NAME = "name"
    BIRTH = "birth"
    SEX = "sex"
    COMMUNE = "commune"
    STREET = "street"
    PHONE = "phone"
    EMAIL = "email"
    ROLE = "role"
    CAPACITY = "capacity"
    PAPER_NUMBER = "paper_number"
    PAPER_DATE = "paper_date"
    OTHER_NAME = "other_name"
    OTHER_NUMBER = "other_number"
    OTHER_PHONE = "other_phone"


@dataclass(frozen=True, slots=True)
class KindLook:
    """How a kind is called on its button and beside its fields (source text of `tr`)."""

    words: str
    number: str
    name: str
    person: PersonKind
    identity: IdentityKind


KINDS: Mapping[TypedKind, KindLook] = {
    TypedKind.CARD: KindLook(
        "Căn cước",
        "Số định danh",
        "Họ và tên",
        PersonKind.CITIZEN,
        IdentityKind.PERSONAL_NUMBER,
    ),
    TypedKind.OLD_CARD: KindLook(
        "CMND", "Số CMND", "Họ và tên", PersonKind.CITIZEN, IdentityKind.OLD_CARD
    ),
    TypedKind.CERTIFICATE: KindLook(
        "GCN căn cước",
        "Số định danh",
        "Họ và tên",
        PersonKind.CITIZEN,
        IdentityKind.IDENTITY_CERTIFICATE,
    ),
    TypedKind.PASSPORT: KindLook(
        "Hộ chiếu", "Số hộ chiếu", "Họ và tên", PersonKind.CITIZEN, IdentityKind.PASSPORT
    ),
    TypedKind.NONE_YET: KindLook(
        "Chưa có số", "Số định danh", "Họ và tên", PersonKind.CITIZEN, IdentityKind.NONE
    ),
    TypedKind.MINOR: KindLook(
        "Trẻ em",
        "Số định danh của trẻ",
        "Họ và tên của trẻ",
        PersonKind.CITIZEN,
        IdentityKind.PERSONAL_NUMBER,
    ),
    TypedKind.BUSINESS: KindLook(
        "Doanh nghiệp", "Mã số thuế", "Tên doanh nghiệp", PersonKind.BUSINESS, IdentityKind.TAX_CODE
    ),
    TypedKind.HOUSEHOLD: KindLook(
        "Hộ kinh doanh",
        "Mã số thuế",
        "Tên hộ kinh doanh",
        PersonKind.HOUSEHOLD_BUSINESS,
        IdentityKind.TAX_CODE,
    ),
    TypedKind.ORGANISATION: KindLook(
        "Tổ chức",
        "Số quyết định thành lập",
        "Tên tổ chức",
        PersonKind.ORGANISATION,
        IdentityKind.DECISION,
    ),
    TypedKind.AGENCY: KindLook(
        "Cơ quan",
        "Số quyết định thành lập",
        "Tên cơ quan",
        PersonKind.STATE_AGENCY,
        IdentityKind.DECISION,
    ),
}

BODIES = frozenset(
    {TypedKind.BUSINESS, TypedKind.HOUSEHOLD, TypedKind.ORGANISATION, TypedKind.AGENCY}
)
"""Kinds that aren't citizens: they have no birth and no sex, and somebody comes for them."""

_CITIZENS = (
    TypedKind.CARD,
    TypedKind.OLD_CARD,
    TypedKind.CERTIFICATE,
    TypedKind.PASSPORT,
    TypedKind.NONE_YET,
)
_CHILD = (Capacity.FATHER, Capacity.MOTHER, Capacity.GUARDIAN, Capacity.AUTHORISED)
_BODY = (Capacity.LEGAL_REPRESENTATIVE, Capacity.AUTHORISED, Capacity.INTRODUCTION_LETTER)
_ANYBODY = (
    Capacity.AUTHORISED,
    Capacity.FATHER,
    Capacity.MOTHER,
    Capacity.GUARDIAN,
    Capacity.LEGAL_REPRESENTATIVE,
    Capacity.INTRODUCTION_LETTER,
)
WITH_PAPER = frozenset({Capacity.AUTHORISED, Capacity.INTRODUCTION_LETTER})
"""Capacities that a numbered and dated paper proves."""


def kinds_for(role: PersonRole) -> tuple[TypedKind, ...]:
    """Return the kinds in the order of their digits: whoever comes in person is a citizen."""
    if role in (PersonRole.SUBMITTER, PersonRole.RECEIVER):
        return _CITIZENS
    if role is PersonRole.RELATED:
        return tuple(kind for kind in TypedKind if kind is not TypedKind.MINOR)
    return tuple(TypedKind)


def capacities_for(role: PersonRole, kind: TypedKind) -> tuple[Capacity, ...]:
    """Return as what somebody may come for the applicant, in the order of their digits."""
    if role in (PersonRole.SUBMITTER, PersonRole.RECEIVER):
        return _ANYBODY
    if role is PersonRole.APPLICANT and kind is TypedKind.MINOR:
        return _CHILD
    if role is PersonRole.APPLICANT and kind in BODIES:
        return _BODY
    return ()


def fields_for(role: PersonRole, kind: TypedKind, capacity: Capacity | None) -> tuple[Name, ...]:
    """Return the fields in the order of Tab."""
    fields = [Name.KIND, *_who(kind)]
    if role is not PersonRole.RECEIVER:
        fields += [Name.COMMUNE, Name.STREET]
    if role is PersonRole.RELATED:
        return (*fields, Name.PHONE, Name.ROLE)
    paper = [Name.PAPER_NUMBER, Name.PAPER_DATE] if capacity in WITH_PAPER else []
    if role is not PersonRole.APPLICANT:
        return (*fields, Name.CAPACITY, *paper, Name.PHONE)
    if kind is TypedKind.MINOR or kind in BODIES:
        return (
            *fields,
            *((Name.PHONE, Name.EMAIL) if kind in BODIES else ()),
            Name.CAPACITY,
            *paper,
            Name.OTHER_NAME,
            Name.OTHER_NUMBER,
            Name.OTHER_PHONE,
        )
    return (*fields, Name.PHONE, Name.EMAIL)


def _who(kind: TypedKind) -> tuple[Name, ...]:
    if kind is TypedKind.NONE_YET:
        return (Name.NAME, Name.BIRTH, Name.SEX)
    if kind is TypedKind.MINOR:
        return (Name.NAME, Name.NUMBER, Name.BIRTH, Name.SEX)
    if kind in (TypedKind.BUSINESS, TypedKind.HOUSEHOLD):
        return (Name.NUMBER, Name.NAME)
    if kind in BODIES:
        return (Name.NAME, Name.NUMBER, Name.ISSUED)
    if kind is TypedKind.PASSPORT:
        return (Name.NUMBER, Name.NAME, Name.NATIONALITY, Name.BIRTH, Name.SEX)
    return (Name.NUMBER, Name.NAME, Name.BIRTH, Name.SEX)


_BY_THE_WAY = frozenset({Name.KIND, Name.SEX, Name.EMAIL, Name.ISSUED, Name.PAPER_DATE})
_NOT_OF_HELPERS = frozenset({Name.BIRTH, Name.COMMUNE, Name.STREET, Name.NATIONALITY})


def asked_for(role: PersonRole, kind: TypedKind, name: Name) -> bool:
    """Whether Enter stops at the field while it is empty; Tab reaches every field."""
    if name in _BY_THE_WAY:
        return False
    if name in _NOT_OF_HELPERS and role is not PersonRole.APPLICANT:
        return role is PersonRole.RELATED and name is Name.BIRTH
    if kind in BODIES and name is Name.PHONE:
        return False
    return not (kind in (TypedKind.MINOR, TypedKind.AGENCY) and name is Name.NUMBER)


_SHAPES = (
    (TypedKind.CARD, re.compile(r"[0-9]{12}")),
    (TypedKind.OLD_CARD, re.compile(r"[0-9]{9}")),
    (TypedKind.PASSPORT, re.compile(r"[A-Z][0-9]{7,8}")),
    (TypedKind.BUSINESS, re.compile(r"[0-9]{10}|[0-9]{13}")),
)


def guessed(text: str, now: TypedKind, role: PersonRole) -> TypedKind | None:
    """Return the kind that a typed number means, None when its shape says nothing.

    A shape that `now` takes anyway changes nothing: a certificate has twelve digits as a card has,
    a household business the tax code of an enterprise.
    """
    number = normal_number(IdentityKind.PERSONAL_NUMBER, text)
    if now in BODIES and (KINDS[now].identity is IdentityKind.DECISION or len(number) == 12):
        return None
    same = {
        TypedKind.CERTIFICATE: TypedKind.CARD,
        TypedKind.MINOR: TypedKind.CARD,
        TypedKind.HOUSEHOLD: TypedKind.BUSINESS,
    }
    for kind, shape in _SHAPES:
        if shape.fullmatch(number) and kind in kinds_for(role):
            return None if same.get(now, now) is kind else kind
    return None


def identity_of(text: str) -> tuple[IdentityKind, str]:
    """Return kind and number of whoever comes for a minor or a body, told by the shape."""
    number = normal_number(IdentityKind.PERSONAL_NUMBER, text)
    for kind, shape in _SHAPES[:3]:
        if shape.fullmatch(number):
            return KINDS[kind].identity, number
    return (IdentityKind.PERSONAL_NUMBER, number) if number else (IdentityKind.NONE, "")


def kind_of(person: Person) -> TypedKind:
    """Return the kind under which a known person is opened."""
    if person.kind is not PersonKind.CITIZEN:
        return next(kind for kind, look in KINDS.items() if look.person is person.kind)
    if person.identity.kind is IdentityKind.CITIZEN_CARD:
        return TypedKind.CARD
    return next(
        (kind for kind in _CITIZENS if KINDS[kind].identity is person.identity.kind),
        TypedKind.CARD,
    )

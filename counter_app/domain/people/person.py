"""Persons of a dossier: chủ hồ sơ (applicant), người nộp (submitter), người liên quan (related)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum


class PersonKind(Enum):
    """Who may apply: citizen, business, household business, organisation, state agency."""

    CITIZEN = "citizen"
    BUSINESS = "business"
    HOUSEHOLD_BUSINESS = "household_business"
    ORGANISATION = "organisation"
    STATE_AGENCY = "state_agency"


class IdentityKind(Enum):
    """The paper, or number, by which a person is known."""

    NONE = "none"  # a newborn has no number yet
    PERSONAL_NUMBER = "personal_number"  # số định danh cá nhân
    CITIZEN_CARD = "citizen_card"  # thẻ CCCD, thẻ căn cước
    OLD_CARD = "old_card"  # chứng minh nhân dân, nine digits
    IDENTITY_CERTIFICATE = "identity_certificate"  # giấy chứng nhận căn cước
    PASSPORT = "passport"
    TAX_CODE = "tax_code"  # mã số thuế
    DECISION = "decision"  # a decision of establishment (quyết định thành lập)


class Sex(Enum):
    """As the card says it: Nam, Nữ."""

    MALE = "male"
    FEMALE = "female"


class Capacity(Enum):
    """In what capacity (tư cách) somebody submits, or receives the result, for the applicant."""

    SELF = "self"  # chính chủ
    AUTHORISED = "authorised"  # được ủy quyền
    FATHER = "father"
    MOTHER = "mother"
    GUARDIAN = "guardian"  # người giám hộ
    LEGAL_REPRESENTATIVE = "legal_representative"  # đại diện theo pháp luật
    INTRODUCTION_LETTER = "introduction_letter"  # giấy giới thiệu


@dataclass(frozen=True, slots=True)
class Identity:
    """An identity: `number` without spaces; `nationality` ISO 3166-1 alpha-2, for passports."""

    kind: IdentityKind = IdentityKind.NONE
    number: str = ""
    nationality: str = ""
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """An address. `original` is the text as on the card or paper and is never thrown away.

    `street` is the free part (số nhà, tổ, thôn); `unit_code` and `unit_name` name the commune of
    2025 ("phường Mẫu, tỉnh Ví Dụ"), both empty while nobody has chosen among candidates.
    """

    original: str = ""
    street: str = ""
    unit_code: str = ""
    unit_name: str = ""

    def __str__(self) -> str:
        """Return the address as one line: the current unit when known, else the original text."""
        if not self.unit_name:
            return self.original
        return f"{self.street}, {self.unit_name}" if self.street else self.unit_name


@dataclass(frozen=True, slots=True)
class Person:
    """One person or body. `birth_year` serves those whose papers name only the year."""

    name: str
    kind: PersonKind = PersonKind.CITIZEN
    identity: Identity = field(default=Identity())
    birth_date: date | None = None
    birth_year: int | None = None
    sex: Sex | None = None
    address: Address = field(default=Address())
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """By what right somebody acts for the applicant: capacity, and its paper's number and date."""

    capacity: Capacity = Capacity.SELF
    paper_number: str = ""
    paper_date: date | None = None


@dataclass(frozen=True, slots=True)
class RelatedPerson:
    """A related person (người liên quan): `role` in the office's words, e.g. "vợ", "con"."""

    person: Person
    role: str

"""What was typed into a person form: kept in drafts, and opened again as it was."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from counter_app.desktop.presenters.persons.kinds import Name, TypedKind, kind_of
from counter_app.domain.dates import shown_date
from counter_app.domain.people.address import Unit
from counter_app.domain.people.person import Address, Authority, Capacity, Person


@dataclass(frozen=True, slots=True)
class TypedPerson:
    """The texts of the form by field name, its kind, and the commune that was chosen.

    `kind_chosen`: the officer chose the kind, so the number's shape doesn't change it any more.
    """

    kind: TypedKind = TypedKind.CARD
    kind_chosen: bool = False
    texts: dict[str, str] = field(default_factory=dict)
    unit_code: str = ""
    unit_name: str = ""

    def text(self, name: Name) -> str:
        """Return a field's text; empty when nothing was typed."""
        return self.texts.get(name.value, "")

    def with_text(self, name: Name, text: str) -> TypedPerson:
        """Return the same with one field changed."""
        return replace(self, texts={**self.texts, name.value: text})

    def with_unit(self, unit: Unit) -> TypedPerson:
        """Return the same in a chosen commune."""
        there = self.with_text(Name.COMMUNE, str(unit))
        return replace(there, unit_code=unit.code, unit_name=str(unit))

    @property
    def capacity(self) -> Capacity | None:
        """The chosen capacity, None while there is none."""
        return Capacity(value) if (value := self.text(Name.CAPACITY)) else None

    @property
    def has_unit(self) -> bool:
        """True while the commune's text is that of a chosen commune."""
        return bool(self.unit_name) and self.text(Name.COMMUNE) == self.unit_name


def typed_of(
    person: Person, authority: Authority | None = None, role_words: str = ""
) -> TypedPerson:
    """Return the form's texts for somebody who is known already (F4, a scanned card)."""
    birth = shown_date(person.birth_date) if person.birth_date else str(person.birth_year or "")
    commune, street = address_texts(person.address)
    issued = person.identity.issued_on
    texts = {
        Name.NUMBER: person.identity.number,
        Name.NATIONALITY: person.identity.nationality,
        Name.ISSUED: shown_date(issued) if issued else "",
        Name.NAME: person.name,
        Name.BIRTH: birth,
        Name.SEX: person.sex.value if person.sex else "",
        Name.COMMUNE: commune,
        Name.STREET: street,
        Name.PHONE: person.phone,
        Name.EMAIL: person.email,
        Name.ROLE: role_words,
    }
    if authority is not None and authority.capacity is not Capacity.SELF:
        texts[Name.CAPACITY] = authority.capacity.value
        texts[Name.PAPER_NUMBER] = authority.paper_number
        texts[Name.PAPER_DATE] = shown_date(authority.paper_date) if authority.paper_date else ""
    return TypedPerson(
        kind_of(person),
        texts={name.value: text for name, text in texts.items() if text},
        unit_code=person.address.unit_code,
        unit_name=person.address.unit_name,
    )


def address_texts(address: Address) -> tuple[str, str]:
    """Return what stands in the commune's and the street's field for `address`."""
    if address.unit_name:
        return address.unit_name, address.street
    return address.original, ""

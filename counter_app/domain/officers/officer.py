"""An officer (cán bộ, công chức, viên chức) and the decisions that appointed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counter_app.domain.officers.roles import Role


@dataclass(frozen=True, slots=True)
class Appointment:
    """A decision (quyết định cử cán bộ) to receive the dossiers of certain agencies.

    `agencies` are agency codes. `temporary`: entered by the head on the spot, also offline.
    Both days of validity count; `valid_until` None means until further notice.
    """

    decision_number: str
    decision_date: date
    agencies: tuple[str, ...]
    valid_from: date
    valid_until: date | None = None
    temporary: bool = False

    def valid_on(self, on: date) -> bool:
        """Return True when the appointment holds on that day."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Officer:
    """Who works at a counter. `id` is the province's, `title` is printed under the signature."""

    id: str
    name: str
    title: str = ""
    phone: str = ""
    roles: tuple[Role, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    active: bool = True


@dataclass(frozen=True, slots=True)
class OfficerList:
    """The officers of a centre, as the province distributes them."""

    version: str
    officers: tuple[Officer, ...] = ()

    def with_id(self, identifier: str) -> Officer | None:
        """Return the officer with that id."""
        return next((each for each in self.officers if each.id == identifier), None)

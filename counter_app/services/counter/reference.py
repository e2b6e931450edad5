"""The books a counter works by: procedures, calendar, officers, centre, policy, forms, units.

The server distributes them as signed catalogues, kept in the store; what it hasn't sent yet comes
from the resources that ship with the program.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from counter_app.config import resource
from counter_app.domain.centre import AgencyList, Centre
from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.form_sets import FormSet, load_form_sets
from counter_app.domain.office_policy import OfficePolicy
from counter_app.domain.officers.officer import OfficerList
from counter_app.domain.people.address import UnitTable, units_from_plain
from counter_app.domain.plain import from_plain
from counter_app.domain.procedures.catalogue import Catalogue

SHIPPED: dict[str, tuple[str, ...]] = {
    "procedures": ("procedures", "starter.json"),
    "calendar": ("calendar", "calendar.json"),
    "officers": ("centre", "officers.json"),
    "centre": ("centre", "centre.json"),
    "agencies": ("centre", "agencies.json"),
    "policy": ("centre", "policy.json"),
    "units": ("units", "units.json"),
}
"""Name of a catalogue → the resource that stands in until the server sends one."""

FORMS = "forms-"
"""How the names of form sets begin; each set is a catalogue of its own."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Everything that is looked up while a dossier is received: frozen."""

    procedures: Catalogue
    calendar: WorkingCalendar
    officers: OfficerList
    centre: Centre
    agencies: AgencyList
    policy: OfficePolicy
    form_sets: tuple[FormSet, ...]
    versions: tuple[tuple[str, str], ...] = ()


def load_reference(active: Callable[[str], bytes | None], names: Iterable[str] = ()) -> Reference:
    """Return the books; `active` gives the body of the active catalogue of a name, or None.

    `names` are those of all active catalogues: form sets have names of their own (`forms-…`).
    Raises NotPlainError or ValueError for a body that can't be read.
    """

    def plain(name: str) -> object:
        body = active(name)
        return json.loads(body if body is not None else resource(*SHIPPED[name]).read_bytes())

    procedures = from_plain(Catalogue, plain("procedures"))
    calendar = from_plain(WorkingCalendar, plain("calendar"))
    officers = from_plain(OfficerList, plain("officers"))
    policy = from_plain(OfficePolicy, plain("policy"))
    return Reference(
        procedures=procedures,
        calendar=calendar,
        officers=officers,
        centre=from_plain(Centre, plain("centre")),
        agencies=from_plain(AgencyList, plain("agencies")),
        policy=policy,
        form_sets=_form_sets(active, names),
        versions=(
            ("procedures", procedures.version),
            ("calendar", calendar.version),
            ("officers", officers.version),
            ("policy", policy.version),
        ),
    )


@functools.cache
def shipped_form_sets() -> tuple[FormSet, ...]:
    """Return the form sets that ship with the program."""
    files: list[Path] = sorted(resource("forms").glob("*.json"))
    return load_form_sets([json.loads(path.read_bytes()) for path in files])


def _form_sets(active: Callable[[str], bytes | None], names: Iterable[str]) -> tuple[FormSet, ...]:
    bodies = [active(name) for name in names if name.startswith(FORMS)]
    sent = load_form_sets(json.loads(body) for body in bodies if body is not None)
    known = {form_set.id for form_set in sent}
    kept = tuple(each for each in shipped_form_sets() if each.id not in known)
    return tuple(sorted((*kept, *sent), key=lambda each: each.effective_from))


@functools.cache
def unit_table() -> UnitTable:
    """Return the table of old and new administrative units (some 10,000 rows, read once)."""
    return units_from_plain(json.loads(resource(*SHIPPED["units"]).read_bytes()))

"""The books a counter works by: procedures, calendar, officers, centre, policy, forms, units.

The server distributes them as signed catalogues, kept in the store; what it hasn't sent yet comes
from the resources that ship with the program.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from counter_app.config import resource
from counter_app.domain.centre import AgencyList, Centre
from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.form_sets import FORM_GROUPS, FormSet, load_form_sets
from counter_app.domain.office.certification import CertificationList
from counter_app.domain.office.coverage import CoverageList
from counter_app.domain.office.evaluation import EvaluationBook
from counter_app.domain.office.rating import RatingBook
from counter_app.domain.office.reasons import ReasonList
from counter_app.domain.office.targets import TargetBook
from counter_app.domain.office_policy import OfficePolicy
from counter_app.domain.officers.officer import OfficerList
from counter_app.domain.officers.roles import RoleTable
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
    "roles": ("centre", "roles.json"),
    "reasons": ("centre", "reasons.json"),
    "rating": ("centre", "rating.json"),
    "certification": ("centre", "certification.json"),
    "coverage": ("centre", "coverage.json"),
    "targets": ("centre", "targets.json"),
    "evaluation": ("centre", "evaluation.json"),
    "units": ("units", "units.json"),
}
"""Name of a catalogue → the resource that stands in until the server sends one."""

FORMS = "forms-"
"""How the names of form sets begin; each set is a catalogue of its own."""

B = TypeVar("B")
"""A book: a frozen dataclass."""

PlainSet = dict[str, Any]
"""A form set as plain JSON."""


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
    roles: RoleTable
    reasons: ReasonList
    rating: RatingBook
    certification: CertificationList
    coverage: CoverageList
    targets: TargetBook
    evaluation: EvaluationBook
    versions: tuple[tuple[str, str], ...] = ()
    unusable_forms: tuple[str, ...] = ()
    """Form sets that don't pass (any more): the counter prints on the next best ones."""

    given_forms: tuple[FormSet, ...] = ()
    """The sets that ship or were sent: what would be printed on without any of the office's own."""

    own_forms: tuple[FormSet, ...] = ()
    """The office's own sets; `form_sets` are the given ones with these in their places."""


def load_reference(
    active: Callable[[str], bytes | None],
    names: Iterable[str] = (),
    own_forms: Iterable[FormSet] = (),
) -> Reference:
    """Return the books; `active` gives the body of the active catalogue of a name, or None.

    `names` are those of all active catalogues: form sets have names of their own (`forms-…`).
    `own_forms` are sets of this office, checked already; they take the place of others.
    Raises NotPlainError or ValueError for a body that can't be read. A form set that can't is
    named instead: an office must open in the morning, and there is always one that ships.
    """

    def book(kind: type[B], name: str) -> B:
        body = active(name)
        found: B = (
            _shipped_book(cast("Any", kind), name)
            if body is None
            else _read_book(cast("Any", kind), body)
        )
        return found

    procedures = book(Catalogue, "procedures")
    calendar = book(WorkingCalendar, "calendar")
    officers = book(OfficerList, "officers")
    policy = book(OfficePolicy, "policy")
    sent, unusable = sent_form_sets(active, names)
    given, own = (*shipped_form_sets(), *sent), tuple(own_forms)
    return Reference(
        procedures=procedures,
        calendar=calendar,
        officers=officers,
        centre=book(Centre, "centre"),
        agencies=book(AgencyList, "agencies"),
        policy=policy,
        form_sets=in_order((*given, *own)),
        roles=book(RoleTable, "roles"),
        reasons=book(ReasonList, "reasons"),
        rating=book(RatingBook, "rating"),
        certification=book(CertificationList, "certification"),
        coverage=book(CoverageList, "coverage"),
        targets=book(TargetBook, "targets"),
        evaluation=book(EvaluationBook, "evaluation"),
        versions=(
            ("procedures", procedures.version),
            ("calendar", calendar.version),
            ("officers", officers.version),
            ("policy", policy.version),
        ),
        unusable_forms=unusable,
        given_forms=given,
        own_forms=own,
    )


@functools.lru_cache(maxsize=32)
def _read_book(kind: type[Any], body: bytes) -> Any:
    """Return the book in a sent body. It is frozen, and read anew only when another is sent."""
    return from_plain(kind, json.loads(body))


@functools.lru_cache(maxsize=16)
def _read_forms(body: bytes) -> tuple[FormSet, ...]:
    """Return the form set in a sent body; it is tried letter by letter, so once as well."""
    return load_form_sets([whole_set(json.loads(body))])


@functools.cache
def _shipped_book(kind: type[Any], name: str) -> Any:
    """Return what ships under a name; it is frozen, and read once."""
    return from_plain(kind, json.loads(resource(*SHIPPED[name]).read_bytes()))


@functools.cache
def shipped_form_sets() -> tuple[FormSet, ...]:
    """Return the form sets that ship with the program, whole."""
    return load_form_sets(_shipped().values())


@functools.cache
def _shipped() -> dict[str, PlainSet]:
    """Return the plain form sets by id: `<id>.json`, and what lies in the folder `<id>` beside it.

    A file `<id>/<group>/<name>.json` is the form `name` of that group ("letters", "sheets"): a
    form is looked at and changed alone, a set travels as one list.
    """
    sets: dict[str, PlainSet] = {}
    for path in sorted(resource("forms").glob("*.json")):
        plain = json.loads(path.read_bytes())
        for form in sorted(path.with_suffix("").glob("*/*.json")):
            plain.setdefault(form.parent.name, {})[form.stem] = json.loads(form.read_bytes())
        sets[plain["id"]] = plain
    return sets


def sent_form_sets(
    active: Callable[[str], bytes | None], names: Iterable[str]
) -> tuple[tuple[FormSet, ...], tuple[str, ...]]:
    """Return the sets that the province sent, and the names of those that can't be read."""
    sent: list[FormSet] = []
    unusable: list[str] = []
    for name in dict.fromkeys(names):
        body = active(name) if name.startswith(FORMS) else None
        if body is None:
            continue
        try:
            sent += _read_forms(body)
        except ValueError:  # NotPlainError and JSONDecodeError are such
            unusable.append(name.removeprefix(FORMS))
    return tuple(sent), tuple(unusable)


def in_order(sets: Iterable[FormSet]) -> tuple[FormSet, ...]:
    """Return form sets in the order of their dates; of two of one id the later one."""
    by_id = {each.id: each for each in sets}
    return tuple(sorted(by_id.values(), key=lambda each: each.effective_from))


def whole_set(sent: object) -> object:
    """Return a sent set with those forms of the shipped one of its id that it doesn't bring.

    A province that changes one letter sends that letter; a set from before there were letters
    keeps on printing them.
    """
    if not isinstance(sent, dict):
        return sent
    whole = dict(sent)
    for group, forms in _shipped().get(str(sent.get("id")), {}).items():
        own = sent.get(group, {})
        if group in FORM_GROUPS and isinstance(own, dict):
            whole[group] = {**forms, **own}
    return whole


def is_shipped(plain: object) -> bool:
    """Tell whether a whole plain form set says exactly what the shipped one of its id says.

    Such a set needn't be tried on paper: this program was released with it.
    """
    return isinstance(plain, dict) and plain == _shipped().get(str(plain.get("id")))


@functools.cache
def unit_table() -> UnitTable:
    """Return the table of old and new administrative units (some 10,000 rows, read once)."""
    return units_from_plain(json.loads(resource(*SHIPPED["units"]).read_bytes()))

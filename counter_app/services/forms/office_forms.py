"""Biểu mẫu: which form sets this office has, and how a changed one comes into use."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from counter_app.domain.dates import vietnam_time
from counter_app.domain.errors.catalogue import FormSetRefusedError
from counter_app.domain.form_sets import FormSet
from counter_app.domain.officers.roles import Act
from counter_app.papers.fonts import FontChoice
from counter_app.papers.trial.samples import sample_pdf
from counter_app.services.counter.reference import in_order, sent_form_sets, shipped_form_sets
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.forms.checking import CheckReport, check_plain
from counter_app.services.forms.own import Taken, load_own
from counter_app.services.forms.taking import go_from_own, take_own
from counter_app.services.officers.permits import require
from counter_app.services.printing.receipt_paper import Document


class Origin(Enum):
    """Where a form set comes from; the later ones take the place of the earlier ones."""

    SHIPPED = "shipped"  # with the program
    SENT = "sent"  # by the province
    OWN = "own"  # of this office


@dataclass(frozen=True, slots=True)
class KnownSet:
    """A set of this office; `is_used`: papers are printed on it now, not only from the next start.

    `has_other`: another one of its id would take its place if it were left.
    """

    form_set: FormSet
    origin: Origin
    taken: Taken
    is_used: bool = True
    is_todays: bool = False
    has_other: bool = True


@dataclass(frozen=True, slots=True)
class OfficeForms:
    """All sets in the order of their dates, and the names of those that can't be used."""

    sets: tuple[KnownSet, ...]
    unusable: tuple[str, ...] = ()


def office_forms(workplace: Workplace, folder: Path, fonts: FontChoice) -> OfficeForms:
    """Return the sets as they stand on the disk now; `folder` is the office's own."""
    sent, unread = _sent(workplace)
    own = load_own(folder, lambda plain: check_plain(plain, fonts).is_usable)
    found: dict[str, tuple[FormSet, Origin]] = {}
    for origin, sets in (
        (Origin.SHIPPED, shipped_form_sets()),
        (Origin.SENT, sent),
        (Origin.OWN, own.sets),
    ):
        found.update({each.id: (each, origin) for each in sets})
    others = {each.id for each in (*shipped_form_sets(), *sent)}
    ordered = in_order(form_set for form_set, _ in found.values())
    todays = FormSet.for_date(ordered, vietnam_time(workplace.clock.now().at).date())
    taken = dict(own.taken)
    used = workplace.form_sets
    return OfficeForms(
        tuple(
            KnownSet(
                each,
                found[each.id][1],
                taken.get(each.id, Taken()),
                is_used=each in used,
                is_todays=each is todays,
                has_other=each.id in others,
            )
            for each in ordered
        ),
        (*unread, *own.unusable),
    )


def sample_document(
    form_set: FormSet, key: str, fonts: FontChoice, *, longest: bool = False
) -> Document:
    """Return a paper of a set with sample data, to be looked at. Raises as `sample_pdf`."""
    return Document(key, form_set.id, sample_pdf(key, form_set, fonts, longest=longest), 1)


def take_over(workplace: Workplace, session: Session, folder: Path, report: CheckReport) -> str:
    """Make a checked set the office's own; return its id. The next paper is printed on it.

    Raises NotPermittedError, FormSetRefusedError for a set that didn't pass, FormSetNotKeptError.
    """
    require(workplace, session, Act.IMPORT_CATALOGUE)
    form_set = report.form_set
    if form_set is None or not report.is_usable:
        raise FormSetRefusedError(count=len(report.wrong))
    take_own(workplace, folder, form_set, report.plain, session)
    _use(workplace, form_set.id, form_set)
    return form_set.id


def go_back(workplace: Workplace, session: Session, folder: Path, identifier: str) -> bool:
    """Leave the office's own set of `identifier`; False when it has none.

    The next paper is printed on the set of this id that the province sent, or that ships. Raises
    NotPermittedError and FormSetNotKeptError.
    """
    require(workplace, session, Act.IMPORT_CATALOGUE)
    if not go_from_own(workplace, folder, identifier, session):
        return False
    _use(workplace, identifier, None)
    return True


def _use(workplace: Workplace, identifier: str, form_set: FormSet | None) -> None:
    """Print on `form_set` from the next paper on; None: on the one of this id that was given."""
    forms = workplace.forms
    own = workplace.reference.own_forms if forms.own is None else forms.own
    others = tuple(each for each in own if each.id != identifier)
    forms.mended |= {identifier}
    forms.own = others if form_set is None else (*others, form_set)


def _sent(workplace: Workplace) -> tuple[tuple[FormSet, ...], tuple[str, ...]]:
    """Return the sets that the province sent, and the names of those that can't be read."""
    with workplace.store.reading() as tx:
        names = [line.name for line in tx.catalogues.listing()]
        bodies = {name: each.body for name in names if (each := tx.catalogues.active(name))}
    return sent_form_sets(bodies.get, names)

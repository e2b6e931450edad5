"""Whether a form set is whole: its authority, its measures, all of its words and forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from counter_app.domain.form_checks.sheets import check_sheet, margin_problem
from counter_app.domain.form_checks.texts import check_texts
from counter_app.domain.form_sets import FORM_GROUPS, FormSet
from counter_app.domain.people.person import IdentityKind
from counter_app.domain.printed.letter_check import check_letter
from counter_app.domain.printed.letter_names import LETTERS
from counter_app.domain.problems import Problem, doubt, false

LEAST_A5_MARGIN, MOST_A5_MARGIN = 50, 300
"""In tenths of a millimetre; whether both together leave room for the symbols is tried apart."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}")  # it is a file's name, and stands on papers
_EARLIEST, _LATEST = date(2000, 1, 1), date(2099, 12, 31)


def check_form_set(form_set: FormSet, known: Iterable[FormSet]) -> tuple[Problem, ...]:
    """Return what is wrong with a set; `known` are those that ship, whose names are filled.

    False is what would print wrongly or not at all, doubt what may be meant so.
    """
    shipped = tuple(known)
    return (
        *_authority(form_set),
        *_measures(form_set),
        *_tables(form_set, shipped),
        *check_texts(form_set, shipped),
        *_letters(form_set),
        *_sheets(form_set, shipped),
        *_lacking(form_set, shipped),
    )


def _authority(form_set: FormSet) -> Iterator[Problem]:
    if not _ID.fullmatch(form_set.id):
        yield false("form_set_id", "/id")
    if not form_set.basis:
        yield false("form_set_no_basis", "/basis")
    if not _EARLIEST <= form_set.effective_from <= _LATEST:
        yield false("form_set_date_odd", "/effective_from")
    for name in ("title", "nation", "motto", "sign_here"):
        if not getattr(form_set, name):
            yield false("letter_empty", f"/{name}")
    for kind in IdentityKind:
        if kind.value not in form_set.identity_labels:
            yield false("form_set_missing", f"/identity_labels/{kind.value}", name=kind.value)
    for form in ("receipt", "result_slip"):
        for name in ("title", "name"):
            if not getattr(getattr(form_set, form), name):
                yield false("letter_empty", f"/{form}/{name}")
    if not form_set.provisional.name:
        yield false("letter_empty", "/provisional/name")


def _measures(form_set: FormSet) -> Iterator[Problem]:
    for name in ("left", "right", "half_left", "half_right"):
        if not LEAST_A5_MARGIN <= getattr(form_set.margins, name) <= MOST_A5_MARGIN:
            yield margin_problem(f"/margins/{name}", LEAST_A5_MARGIN, MOST_A5_MARGIN)


def _tables(form_set: FormSet, shipped: tuple[FormSet, ...]) -> Iterator[Problem]:
    """Columns and copies of the fixed forms: the program draws as many as it knows, no others."""
    for name in ("receipt", "result_slip"):
        form = getattr(form_set, name)
        known = [getattr(each, name) for each in shipped]
        if known and len(form.table.heads) not in {len(each.table.heads) for each in known}:
            heads = len(known[-1].table.heads)
            yield false("form_set_count", f"/{name}/table/heads", count=heads)
        if known and len(form.copies) not in {len(each.copies) for each in known}:
            yield false("form_set_count", f"/{name}/copies", count=len(known[-1].copies))


def _letters(form_set: FormSet) -> Iterator[Problem]:
    for name, form in form_set.letters.items():
        at = f"/letters/{name}"
        if name not in LETTERS:
            yield false("form_set_form_unknown", at, name=name)
            continue
        for each in check_letter(name, form):
            yield Problem(each.code, at + each.field, each.weight, each.facts)


def _sheets(form_set: FormSet, shipped: tuple[FormSet, ...]) -> Iterator[Problem]:
    for name, form in form_set.sheets.items():
        at = f"/sheets/{name}"
        known = [each.sheets[name] for each in shipped if name in each.sheets]
        if known:
            yield from check_sheet(form, known, at)
        else:
            yield false("form_set_form_unknown", at, name=name)


def _lacking(form_set: FormSet, shipped: tuple[FormSet, ...]) -> Iterator[Problem]:
    """Forms that the shipped set of the same id has, or the newest for a set of another id."""
    model = next((each for each in shipped if each.id == form_set.id), shipped[-1])
    for group in FORM_GROUPS:
        own, known = getattr(form_set, group), getattr(model, group)
        for name in sorted(known.keys() - own.keys()):
            yield doubt("form_set_lacks", f"/{group}/{name}", name=known[name].name)

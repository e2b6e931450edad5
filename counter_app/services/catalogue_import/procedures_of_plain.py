"""Procedures in our own JSON form, as `resources/procedures/` has them, looked over one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from counter_app.domain.deadlines.limit import LimitUnit
from counter_app.domain.plain import NotPlainError, from_plain
from counter_app.domain.problems import Problem, doubt, false
from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.procedures.required_paper import PAPER_NAME_LIMIT
from counter_app.services.catalogue_import.report import Findings, RowDoubt
from counter_app.services.catalogue_import.values import looks_like_a_note


def procedures_of_plain(
    items: Sequence[object], findings: Findings, progress: Callable[[int, int], None]
) -> tuple[Procedure, ...]:
    """Return the procedures that could be read; the others are refused with the place in the item.

    Of one version given twice with different contents, neither is taken.
    """
    read: dict[tuple[str, str], tuple[int, Procedure]] = {}
    clashing: set[tuple[str, str]] = set()
    names: dict[str, str] = {}
    for number, item in enumerate(items, start=1):
        progress(number, len(items))
        try:
            procedure = from_plain(Procedure, item)
        except NotPlainError as error:
            problem = false("catalogue.item_unread", place=error.pointer or "/")
            findings.add_alone(RowDoubt(number, *_identity(item), problem))
            continue
        key = (procedure.code, procedure.version)
        problems = _problems(procedure)
        first = names.setdefault(procedure.name, procedure.code)
        if first[:8] != procedure.national_code:
            problems.append(doubt("catalogue.same_name", other=first))
        if key in read:
            same = read[key][1] == procedure
            problems = [doubt("catalogue.given_twice") if same else false("catalogue.clash")]
            if not same:
                clashing.add(key)
        elif any(problem.is_false for problem in problems):
            clashing.add(key)
        read.setdefault(key, (number, procedure))
        for problem in problems:
            findings.add(RowDoubt(number, procedure.code, procedure.name, problem))
    return tuple(procedure for key, (_, procedure) in read.items() if key not in clashing)


def _identity(item: object) -> tuple[str, str]:
    if not isinstance(item, dict):
        return "", ""
    return str(item.get("code", ""))[:40], str(item.get("name", ""))[:200]


def _problems(procedure: Procedure) -> list[Problem]:
    found: list[Problem] = []
    for terms in procedure.channels:
        if terms.limit.unit is LimitUnit.UNKNOWN:
            found.append(doubt("catalogue.limit_without_unit", text=terms.limit.text or "–"))
        for rule in terms.fees:
            if not rule.is_known:
                code = "catalogue.fee_by_council" if rule.by_council else "catalogue.fee_missing"
                found.append(doubt(code, name=rule.label, text=rule.published or "–"))
            elif rule.amount == 0:
                found.append(doubt("catalogue.fee_free", name=rule.label))
    for paper in (paper for case in procedure.cases for paper in case.papers):
        if len(paper.name) > PAPER_NAME_LIMIT:
            found.append(false("catalogue.paper_too_long", limit=PAPER_NAME_LIMIT))
        elif looks_like_a_note(paper.name):
            found.append(doubt("catalogue.note_as_paper", paper=paper.name[:80]))
    return found

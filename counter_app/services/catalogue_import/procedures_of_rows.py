"""Rows of a province's list as procedures: whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from counter_app.domain.problems import doubt, false
from counter_app.domain.procedures.procedure import NAME_LIMIT, Level, Procedure, ReceivedIn
from counter_app.domain.procedures.procedure_code import clean_code
from counter_app.services.catalogue_import import values
from counter_app.services.catalogue_import.columns import Column
from counter_app.services.catalogue_import.groups import Group, grouped
from counter_app.services.catalogue_import.papers_asked import cases
from counter_app.services.catalogue_import.report import Findings
from counter_app.services.catalogue_import.rows import Row
from counter_app.services.catalogue_import.steps_listed import steps_listed
from counter_app.services.catalogue_import.terms import channel_terms

T = TypeVar("T")


def procedures_of_rows(
    rows: tuple[Row, ...], findings: Findings, progress: Callable[[int, int], None]
) -> tuple[Procedure, ...]:
    """Return the procedures that the rows describe; what stands against others is in `findings`."""
    groups = grouped(rows, findings)
    taken: list[Procedure] = []
    names: dict[str, str] = {}
    for done, group in enumerate(groups, start=1):
        procedure = _procedure(group)
        if procedure is not None:
            first = names.setdefault(procedure.name, procedure.code)
            if first != procedure.code:
                group.found(group.rows[0], doubt("catalogue.same_name", other=first))
            taken.append(procedure)
        progress(done, len(groups))
    return tuple(taken)


def _procedure(group: Group) -> Procedure | None:
    code = _code(group)
    name = _name(group)
    for row in group.rows:
        column = row.error_column()
        if column is not None:
            group.found(row, false("catalogue.cell_error", column=column.value))
    terms, papers, steps = channel_terms(group), cases(group), steps_listed(group)
    begin = _read(group, Column.EFFECTIVE_FROM, values.day)
    end = _read(group, Column.EFFECTIVE_UNTIL, values.day)
    if begin and end and end < begin:
        group.found(group.rows[0], false("catalogue.ends_before_begin"))
    if group.refused:
        return None
    return Procedure(
        code=code,
        name=name,
        version=group.one(Column.VERSION) or "1",
        field_code=group.one(Column.FIELD_CODE),
        field_name=group.one(Column.FIELD),
        levels=_levels(group),
        agency_code=group.one(Column.AGENCY_CODE),
        agency_name=group.one(Column.AGENCY),
        legal_basis=group.all(Column.LEGAL_BASIS),
        effective_from=begin,
        effective_until=end,
        subjects=group.all(Column.SUBJECTS),
        cases=papers,
        results=group.all(Column.RESULTS),
        channels=terms,
        service_level=_read(group, Column.SERVICE_LEVEL, values.service_level),
        received_in=_read(group, Column.RECEIVED_IN, values.received_in) or ReceivedIn.PROVINCE,
        four_steps_on_site=_mark(group, Column.FOUR_STEPS),
        immediate_result=_mark(group, Column.IMMEDIATE),
        after_15h_next_day=_mark(group, Column.AFTER_15H),
        non_territorial=_mark(group, Column.NON_TERRITORIAL),
        approved=_mark(group, Column.APPROVED),
        configured=_mark(group, Column.CONFIGURED),
        published=_mark(group, Column.PUBLISHED),
        steps=steps,
    )


def _code(group: Group) -> str:
    """Return the localised code when the rows give one, else the national one."""
    written = {clean_code(row.text(Column.CODE)) for row in group.rows}
    localised = sorted(code for code in written if code and len(code) > len(group.national_code))
    if len(localised) > 1:
        group.found(group.rows[0], false("catalogue.two_codes", codes=", ".join(localised)[:80]))
    return localised[0] if localised else group.national_code


def _name(group: Group) -> str:
    name = group.firm(Column.NAME)
    if not name and not group.refused:
        group.found(group.rows[0], false("catalogue.name_missing"))
    if len(name) > NAME_LIMIT:
        group.found(group.rows[0], false("catalogue.name_too_long", limit=NAME_LIMIT))
    return name


def _levels(group: Group) -> tuple[Level, ...]:
    found: dict[Level, None] = {}
    for row in group.rows:
        for item in row.text(Column.LEVEL).replace(";", ",").split(","):
            level = values.level(item) if item.strip() else None
            if level is not None:
                found[level] = None
            elif item.strip():
                group.unread(row, Column.LEVEL)
    return tuple(found)


def _read(group: Group, column: Column, reader: Callable[[str], T | None]) -> T | None:
    text = group.one(column)
    found = reader(text) if text else None
    if text and found is None:
        row = next(row for row in group.rows if row.text(column))
        group.unread(row, column)
    return found


def _mark(group: Group, column: Column) -> bool:
    return _read(group, column, values.yes_or_no) or False

"""What was found, as groups of rows: what each row says and what it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from counter_app.desktop.presenters.palette.matching import spans_of
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.people.person import Person
from counter_app.domain.procedures.search import Found
from counter_app.domain.text import masked
from counter_app.i18n import several, tr
from counter_app.services.people.recognition import KnownCitizen
from counter_app.wording.parts import joined
from counter_app.wording.status import status_words

Act = Callable[[], None]


@dataclass(frozen=True, slots=True)
class PaletteCommand:
    """A command that does something now: its words, its key in Qt's portable words, its act."""

    words: str
    keys: str
    act: Act


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `key` tells it apart from all others, also after the rows were found anew."""

    key: str
    row: PickerRow
    act: Act


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one kind under their title."""

    title: str
    entries: tuple[Entry, ...]


def of_dossiers(
    typed: str, lines: Sequence[DossierLine], open_dossier: Callable[[str], None]
) -> Group:
    """Return the dossiers found: applicant, procedure, how it stands; the code at the right."""
    return Group(
        tr("Hồ sơ"),
        tuple(
            Entry(
                f"dossier {line.uid}",
                PickerRow(
                    line.applicant,
                    spans_of(typed, line.applicant) or (),
                    joined(
                        status_words(line.status, result_is_here=line.result_is_here),
                        line.procedure_name,
                    ),
                    line.code,
                ),
                partial(open_dossier, line.uid),
            )
            for line in lines
        ),
    )


def of_citizens(
    typed: str, citizens: Sequence[KnownCitizen], receive: Callable[[Person], None]
) -> Group:
    """Return the citizens found: masked number, telephone's end, how many dossiers."""
    return Group(
        tr("Công dân"),
        tuple(
            Entry(
                f"citizen {known.person.identity.number or known.person.name}",
                PickerRow(
                    known.person.name,
                    spans_of(typed, known.person.name) or (),
                    joined(
                        several("{n} hồ sơ", known.dossiers).format(n=known.dossiers),
                        tr("tiếp nhận hồ sơ mới"),
                    ),
                    masked(known.person.identity.number),
                ),
                partial(receive, known.person),
            )
            for known in citizens
        ),
    )


def of_procedures(found: Found, choose: Callable[[str], None]) -> Group:
    """Return the procedures found: field, the code at the right."""
    return Group(
        tr("Thủ tục"),
        tuple(
            Entry(
                f"procedure {match.procedure.code}",
                PickerRow(
                    match.procedure.name,
                    tuple((start, end - start) for start, end in match.spans),
                    match.procedure.field_name,
                    match.procedure.code,
                ),
                partial(choose, match.procedure.code),
            )
            for match in found.matches
        ),
    )


def of_commands(typed: str, commands: Sequence[PaletteCommand]) -> Group:
    """Return the commands whose words begin with what was typed; all of them for an empty line."""
    entries = []
    for command in commands:
        spans = spans_of(typed, command.words)
        if spans is not None:
            row = PickerRow(command.words, spans, keys=command.keys)
            entries.append(Entry(f"command {command.words}", row, command.act))
    return Group(tr("Lệnh"), tuple(entries))


def shared_out(groups: Sequence[Group], rows: int) -> tuple[Group, ...]:
    """Return the groups that hold anything, with at most `rows` rows in all.

    Each group gives a row in turn, so that many procedures never push the one dossier away.
    """
    wanted = [len(group.entries) for group in groups]
    given = [0] * len(wanted)
    left = rows
    while left and any(g < w for g, w in zip(given, wanted, strict=True)):
        for place, want in enumerate(wanted):
            if left and given[place] < want:
                given[place] += 1
                left -= 1
    return tuple(
        replace(group, entries=group.entries[:count])
        for group, count in zip(groups, given, strict=True)
        if count
    )

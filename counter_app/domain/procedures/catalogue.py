"""The list of procedures that a centre works with (danh mục TTHC), with all their versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.procedures.procedure_code import clean_code


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A published list. Several versions of one procedure may stand in it."""

    version: str
    valid_from: date
    procedures: tuple[Procedure, ...] = ()
    note: str = ""

    def versions_of(self, code: str) -> tuple[Procedure, ...]:
        """Return every version of the procedure that `code` names in any form, newest first.

        A localised code prefers its own localisation; without one, the first 8 characters decide.
        """
        wanted = clean_code(code)
        if wanted is None:
            return ()
        same = [each for each in self.procedures if each.code.startswith(wanted[:8])]
        exact = [each for each in same if each.code == wanted]
        return tuple(sorted(exact or same, key=_begin, reverse=True))

    def version_on(self, code: str, on: date) -> Procedure | None:
        """Return the version in force on that day; None when none is."""
        return next((each for each in self.versions_of(code) if each.valid_on(on)), None)

    def with_version(self, code: str, version: str) -> Procedure | None:
        """Return the version that a dossier was received under."""
        return next((each for each in self.versions_of(code) if each.version == version), None)

    def in_force(self, on: date) -> tuple[Procedure, ...]:
        """Return every procedure in force on that day, in the list's order."""
        return tuple(each for each in self.procedures if each.valid_on(on))


def _begin(procedure: Procedure) -> date:
    return procedure.effective_from or date.min

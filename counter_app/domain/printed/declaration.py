"""A declaration (tờ khai, đơn, giấy ủy quyền) that is printed filled in: a template as data.

The citizen's own paper, which the office sets and the citizen signs. Its blocks are those of
letters; which procedures it belongs to stands in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counter_app.domain.plain import from_plain
from counter_app.domain.printed.declaration_names import NAMES, PERSONS
from counter_app.domain.printed.letter_check import check_form
from counter_app.domain.printed.letter_form import LetterForm, PageSize
from counter_app.domain.problems import Problem, false

CATALOGUE = "declaration-"
"""How the names of sent templates begin: each is a catalogue of its own."""

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Declaration:
    """One template. `name` is its file's, `procedures` are codes; without any it fits all.

    `signed_by` are the persons whose names stand under the signatures, in their order; "" is nobody
    known. An office's template of the same name takes the place of a shipped one.
    """

    name: str
    version: str
    form: LetterForm
    procedures: tuple[str, ...] = ()
    signed_by: tuple[str, ...] = ()

    @property
    def is_general(self) -> bool:
        """True for a paper that goes with any procedure."""
        return not self.procedures

    def fits(self, procedure: str) -> bool:
        """Tell whether it goes with `procedure`; the province's tail of a code doesn't count."""
        return self.is_general or any(procedure[:8] == code[:8] for code in self.procedures)


def check_declaration(declaration: Declaration) -> tuple[Problem, ...]:
    """Return what is wrong with a template: unknown names, texts that aren't whole."""
    problems = list(check_form(declaration.form, NAMES))
    if not _NAME.fullmatch(declaration.name):
        problems.append(false("declaration_name", "/name"))
    if declaration.form.page is not PageSize.A4:
        problems.append(false("declaration_page", "/form/page"))
    problems += [
        false("declaration_signer_unknown", f"/signed_by/{at}", name=person)
        for at, person in enumerate(declaration.signed_by)
        if person and person not in PERSONS
    ]
    return tuple(problems)


def declaration_of(plain: object) -> Declaration:
    """Return a template from its plain JSON value.

    Raises NotPlainError, or ValueError for one with a problem that `check_declaration` finds.
    """
    declaration = from_plain(Declaration, plain)
    for problem in check_declaration(declaration):
        raise ValueError(f"{declaration.name}{problem.field}: {problem.code} {problem.facts}")
    return declaration

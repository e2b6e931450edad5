"""In tờ khai điền sẵn: which declarations fit a procedure, and what is known to fill them in.

Templates ship as `resources/declarations/<name>.json`; the server sends others as catalogues named
`declaration-<name>`, an office keeps its own in a folder. One of the same name replaces another.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from counter_app.config import resource
from counter_app.domain.plain import NotPlainError, from_plain
from counter_app.domain.printed.declaration import (
    CATALOGUE,
    Declaration,
    check_declaration,
    declaration_of,
)
from counter_app.domain.problems import Problem
from counter_app.domain.text import fold
from counter_app.services.counter.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Faulty:
    """A template that can't be used: its file or list, and the first thing that is wrong with it.

    `problem` is None for what isn't a template at all.
    """

    name: str
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """The templates that can be used, and those that can't."""

    declarations: tuple[Declaration, ...]
    faulty: tuple[Faulty, ...] = ()


@functools.cache
def shipped_declarations() -> tuple[Declaration, ...]:
    """Return the templates that ship with the program."""
    files = sorted(resource("declarations").glob("*.json"))
    return tuple(declaration_of(json.loads(file.read_bytes())) for file in files)


def known_declarations(workplace: Workplace, folder: Path | None = None) -> Known:
    """Return all templates: the shipped ones, the server's, then those of the office's `folder`.

    What can't be used is named with its fault; the others are there all the same.
    """
    found: dict[str, Declaration] = {each.name: each for each in shipped_declarations()}
    faulty: list[Faulty] = []
    for name, body in (*_sent(workplace), *_own(folder)):
        try:
            declaration = from_plain(Declaration, json.loads(body))
        except (NotPlainError, ValueError):
            faulty.append(Faulty(name))
            continue
        if problems := check_declaration(declaration):
            faulty.append(Faulty(name, problems[0]))
        else:
            found[declaration.name] = declaration
    return Known(tuple(found.values()), tuple(faulty))


def declarations_for(
    declarations: Iterable[Declaration], procedure: str
) -> tuple[Declaration, ...]:
    """Return what fits `procedure`: its own first, then those that go with anything."""
    fitting = [each for each in declarations if each.fits(procedure)]
    return tuple(sorted(fitting, key=lambda each: (each.is_general, fold(each.form.name))))


def _sent(workplace: Workplace) -> list[tuple[str, bytes]]:
    with workplace.store.reading() as tx:
        names = [line.name for line in tx.catalogues.listing() if line.name.startswith(CATALOGUE)]
        found = [(name, tx.catalogues.active(name)) for name in dict.fromkeys(names)]
    return [(name, each.body) for name, each in found if each is not None]


def _own(folder: Path | None) -> list[tuple[str, bytes]]:
    files = sorted(folder.glob("*.json")) if folder is not None else []
    return [(file.name, file.read_bytes()) for file in files if file.is_file()]

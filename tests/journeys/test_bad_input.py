"""How many kinds of bad input the tests know: at least a hundred, each with its sentence.

`pytest -s tests/journeys/test_bad_input.py` prints the table: kinds tried at a whole counter (the
files beside this one), and further kinds that the rooms' own tests try.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass

GOAL = 100


@dataclass(frozen=True)
class Subject:
    """Where the kinds of one subject are: whole files of journeys, single tests of rooms."""

    name: str
    journeys: tuple[str, ...]
    rooms: tuple[tuple[str, tuple[str, ...]], ...] = ()


SUBJECTS = (
    Subject(
        "cards, codes, acts",
        ("test_bad_input_cards",),
        (
            (
                "tests.domain.people.test_citizen_card",
                ("test_damage_that_is_reversible_is_undone", "test_contradictions_are_doubts"),
            ),
        ),
    ),
    Subject("lists of procedures", ("test_bad_input_catalogues",)),
    Subject(
        "server answers, certificates",
        ("test_bad_input_server",),
        (("tests.gateway.test_bad_answers", ("test_bad_answer_is_one_of_our_errors",)),),
    ),
    Subject(
        "store files, disks, backups",
        ("test_bad_input_store", "test_bad_input_backups"),
        (("tests.store.test_failures", ("test_a_damaged_file", "test_what_is_no_store")),),
    ),
    Subject("homes, keys, settings, commands", ("test_bad_input_home", "test_bad_input_commands")),
)

NOT_OF_ITS_OWN = {"test_a_console_without_vietnamese_gets_what_it_can_show"}
"""Variants of one kind."""


def kinds_of(module: object, names: tuple[str, ...] | None = None) -> int:
    """Return how many kinds the tests of `module` try: the rows of their first table."""
    tests = [
        (name, test)
        for name, test in vars(module).items()
        if name.startswith("test_") and callable(test) and (names is None or name in names)
    ]
    assert names is None or len(tests) == len(names), f"a test of {module} has another name now"
    return sum(1 if name in NOT_OF_ITS_OWN else _rows(test) for name, test in tests)


def _rows(test: object) -> int:
    tables = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
    # A second table tries the same kinds in another way.
    return max((len(list(mark.args[1])) for mark in tables), default=1)


def test_a_hundred_kinds_of_bad_input() -> None:
    rows = []
    for subject in SUBJECTS:
        files = [importlib.import_module(f"tests.journeys.{name}") for name in subject.journeys]
        whole = sum(map(kinds_of, files))
        parts = [kinds_of(importlib.import_module(file), names) for file, names in subject.rooms]
        rows.append((subject.name, whole, sum(parts)))
    print(f"\n{'kinds of bad input':34} {'whole counter':>13} {'rooms':>6}")
    for name, whole, rooms in rows:
        print(f"{name:34} {whole:13} {rooms:6}")
    total = sum(whole for _, whole, _ in rows)
    print(f"{'together':34} {total:13} {sum(rooms for _, _, rooms in rows):6}")
    assert total >= GOAL

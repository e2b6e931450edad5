"""Some cells of the matrix: faults that break something, and each act.

All of them, with a table: `python -m tests.wire`.
"""

from __future__ import annotations

from pathlib import Path

from tests.wire.matrix import (
    ACTS,
    CERTIFICATES,
    FAULTS,
    FILE,
    NAMES,
    PULL,
    REGISTER,
    UPDATE,
    tried,
)

CELLS = (
    ("no answer", REGISTER),
    ("reset", FILE),
    ("request cut in its middle", FILE),
    ("answer cut in its middle", REGISTER),
    ("captive portal 200, JSON", UPDATE),
    ("captive portal 302", PULL),
    ("gzip bomb", PULL),
    ("wrong host name", REGISTER),
    ("expired certificate", PULL),
)


def test_everything_arrives_exactly_once_when_the_line_is_good_again(tmp_path: Path) -> None:
    for cell in tried(tmp_path, CELLS):
        assert not cell.wrong, cell
        if cell.fault in FAULTS:
            assert cell.struck, cell
        if cell.fault in CERTIFICATES:
            assert all(cell.seen), cell


def test_the_cells_are_of_the_matrix() -> None:
    assert {fault for fault, _ in CELLS} <= set(NAMES)
    assert {act for _, act in CELLS} == set(ACTS)

"""The power goes while an update is taken and applied. Every write: `python -m tests.updating`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.updating.cutting import cut_once, make_origin


@pytest.mark.parametrize(("program", "cut"), [(False, 24), (True, 30)])
def test_the_power_goes(tmp_path: Path, program: bool, cut: int) -> None:
    file = make_origin(tmp_path, program=program)
    assert not cut_once(tmp_path, tmp_path, file, cut, program=program)

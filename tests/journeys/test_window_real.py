"""The program as officers start it, on a virtual screen, driven from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.real_window import drive, is_possible

pytestmark = pytest.mark.long

if is_possible():  # `installer/prepare.sh dev` installs what it takes

    @pytest.mark.timeout(180)
    def test_from_log_in_to_the_returned_result(tmp_path: Path) -> None:
        seen = list(drive(tmp_path))
        assert seen[-1] == "the window ended with exit code 0"
        assert "returned, and the slip made" in seen
        assert len(list(tmp_path.glob("*.png"))) == 12

"""The README's first command: the real program, its real processes, every number twice."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long


@pytest.mark.timeout(180)
def test_a_day_by_itself_agrees_in_every_number(tmp_path: Path) -> None:
    out = tmp_path / "papers"
    done = subprocess.run(
        [sys.executable, "-m", "counter_app", "demo", "--out", str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert summary["agrees"]
    assert summary["digest_equal"]
    assert summary["registered"] >= 40
    assert summary["provisional"] >= 1
    assert summary["returned"] >= 30
    papers = {path.name for path in out.glob("*.pdf")}
    assert len(papers) == summary["printed"]
    assert "Mọi con số đều khớp." in done.stdout

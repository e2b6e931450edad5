"""Many counters come back at once: all is in, once (`python -m tests.sandbox.crowd`: 200)."""

from __future__ import annotations

from tests.sandbox.crowd import reconnect
from tests.sandbox.running import RunningSandbox


def test_a_crowd_reconnects(sandbox: RunningSandbox) -> None:
    codes = [sandbox.enrol_code(str(number)) for number in range(1, 9)]
    figures = reconnect(sandbox.url, codes, 40)
    assert figures.statuses == {"accepted": 8 * 40}
    summary = sandbox.clerk.summary()
    assert summary["entries"] == {"accepted": 8 * 40}
    assert summary["dossiers"] == 8 * 8
    assert "320" in figures.table()

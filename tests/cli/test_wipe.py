"""A machine that the province takes back: erased only when ordered, sent, confirmed."""

from __future__ import annotations

import builtins
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from counter_app.cli import main, signing_in
from counter_app.sandbox.province import devices
from tests.sandbox.running import RESOURCES, RunningSandbox

PASSWORD = "mat-khau-thu"
SUPERVISOR, RECEIVER = "CB-006", "CB-001"


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[RunningSandbox]:
    # Without form sets: each would be tried on paper before it is taken over, which takes seconds.
    shutil.copytree(RESOURCES / "centre", tmp_path / "lists" / "centre")
    with RunningSandbox(tmp_path, resources=tmp_path / "lists") as running:
        for officer in (SUPERVISOR, RECEIVER):
            running.province.set_password(officer, PASSWORD)
        yield running


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def types(number: str) -> None:
        monkeypatch.setattr(builtins, "input", lambda *_: number)
        monkeypatch.setattr(signing_in, "secret", lambda *_: PASSWORD)

    return types


def wipe(home: Path, officer: str = SUPERVISOR) -> int:
    return main(["wipe", "--home", str(home), "--plain-store", "--officer", officer])


def test_all_sent_and_confirmed(
    sandbox: RunningSandbox,
    tmp_path: Path,
    typed: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    home = tmp_path / "home"
    where = ["--home", str(home), "--plain-store"]
    assert main(["enrol", *where, "--server", sandbox.url, "--code", sandbox.enrol_code()]) == 0
    with sandbox.province.writing() as tx:
        devices.set_state(tx, "00001", devices.WIPE)
    typed("00001")
    assert wipe(home) == 0, capsys.readouterr().err
    assert "Đã xóa" in capsys.readouterr().out
    assert list(home.iterdir()) == []
    (line,) = sandbox.clerk.devices()
    assert line["state"] == "revoked"
    assert sandbox.clerk.summary()["accepted_kinds"]["logged_in"] == 1

"""A machine is replaced: nothing is lost, nothing doubled, no number is usable on the old one."""

from __future__ import annotations

import builtins
import shutil
import socket
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest

from counter_app.app.home import Home, open_home
from counter_app.cli import main, signing_in
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.number_block import NumberBlock
from counter_app.domain.errors.work import MachineReplacedError
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.signing_in.login import log_in
from tests.made import person
from tests.sandbox.running import RESOURCES, RunningSandbox

PASSWORD = "mat-khau-thu"
SUPERVISOR, RECEIVER = "CB-006", "CB-001"


@dataclass
class Two:
    """An old machine, a new one, and a stick."""

    folder: Path
    province: RunningSandbox

    def run(self, name: str, *words: object) -> int:
        return main(["--plain-store", "--home", str(self.folder / name), *map(str, words)])

    def enrol(self, name: str, *, renews: str | None = None) -> None:
        code = self.province.enrol_code("1", renews=renews)
        assert self.run(name, "enrol", "--server", self.province.url, "--code", code) == 0

    def opened(self, name: str) -> AbstractContextManager[Home]:
        return open_home(self.folder / name, plain_store=True)

    def receive(self, home: Home, officer: str = RECEIVER) -> Dossier:
        place, gateway = home.workplace(), home.gateway()
        session = log_in(place, gateway, officer, PASSWORD)
        gateway.close()
        return receive(place, session, Reception("2.000908", person()))

    @property
    def stick(self) -> Path:
        return self.folder / "stick"

    def known(self) -> dict[str, str]:
        return {row["uid"]: row["code"] for row in self.province.clerk.dossiers()}


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Two]:
    # Without form sets: each would be tried on paper before it is taken over, which takes seconds.
    shutil.copytree(RESOURCES / "centre", tmp_path / "lists" / "centre")
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    (tmp_path / "stick").mkdir()
    with RunningSandbox(tmp_path, resources=tmp_path / "lists", port=port) as running:
        for officer in (SUPERVISOR, RECEIVER):
            running.province.set_password(officer, PASSWORD)
        monkeypatch.setattr(builtins, "input", lambda *_: "00001")
        monkeypatch.setattr(signing_in, "secret", lambda *_: PASSWORD)
        yield Two(tmp_path, running)


def test_a_machine_without_a_line_is_replaced(two: Two, capsys: pytest.CaptureFixture[str]) -> None:
    two.enrol("old")
    with two.opened("old") as old:
        old.round()
        sent = two.receive(old)
        gateway = old.gateway()
        log_in(old.workplace(), gateway, SUPERVISOR, PASSWORD)  # or none could without a line
        gateway.close()
        old.round()
        assert set(two.known()) == {sent.uid}
    two.province.__exit__(None, None, None)
    with two.opened("old") as old:
        waiting = two.receive(old)
        with old.store.writing() as tx:
            tx.numbers.void_all()  # an outage that was longer than its numbers
        provisional = two.receive(old)
        assert provisional.is_provisional
    for _ in range(2):  # the stick may have to be written again
        assert two.run("old", "replace", two.stick, "--officer", SUPERVISOR) == 0
    assert "đã ngừng dùng" in capsys.readouterr().out
    with two.opened("old") as old:
        assert not [block for block in _blocks(old) if block.left]
        with pytest.raises(MachineReplacedError):
            two.receive(old)
        with pytest.raises(MachineReplacedError):
            two.receive(old, SUPERVISOR)  # who may log in, to write the stick again
    two.province.__enter__()
    two.enrol("new", renews="00001")
    assert two.run("new", "journal", "import", two.stick) == 0
    with two.opened("new") as new:
        assert (new.enrolment().device, new.enrolment().epoch) == ("00001", 2)
        new.round()
        with new.store.reading() as tx:
            assert not tx.deliveries.listing()
        assert set(two.known()) == {sent.uid, waiting.uid, provisional.uid}
        assert two.known()[waiting.uid] == waiting.code
        after = two.receive(new)
        assert after.received.serial > waiting.received.serial
        with new.store.writing() as tx:
            tx.numbers.void_all()
        assert two.receive(new).received.code != provisional.received.code
        new.round()
    codes = [code for code in two.known().values() if code]
    assert len(two.known()) == 5
    assert len(codes) == len(set(codes)) == 3
    with two.opened("old") as old:
        assert old.round().error is not None, "its epoch is over"
        assert not [block for block in _blocks(old) if block.left]


def test_nothing_changes_without_a_supervisor(
    two: Two, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    two.enrol("old")
    assert two.run("old", "replace", two.stick, "--officer", RECEIVER) == 1
    taken = two.folder / "no-folder"
    taken.write_text("")
    assert two.run("old", "replace", taken, "--officer", SUPERVISOR) == 1
    monkeypatch.setattr(builtins, "input", lambda *_: "")
    assert two.run("old", "replace", two.stick, "--officer", SUPERVISOR) == 1
    monkeypatch.setattr(builtins, "input", lambda *_: "00002")
    assert two.run("old", "replace", two.stick, "--officer", SUPERVISOR) == 1
    with two.opened("old") as old:
        assert two.receive(old).code
    assert "Traceback" not in capsys.readouterr().err


def _blocks(home: Home) -> tuple[NumberBlock, ...]:
    with home.store.reading() as tx:
        return tx.numbers.blocks()

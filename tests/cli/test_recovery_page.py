"""docs/recovery.md: its very commands, on homes that lost their key or their machine."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from counter_app import config
from counter_app.app.home import Home, new_id, open_home
from counter_app.cli import main
from counter_app.domain.acts.audit import Viewed
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author
from counter_app.sync.push import PushReport, push
from tests.sandbox.running import RunningSandbox
from tests.vault.conftest import MemoryKeyring

PAGE = Path(__file__).parents[2] / "docs" / "recovery.md"


def commands(number: int) -> list[str]:
    """Return the commands of a chapter: 0 is what stands before the numbered ones."""
    chapters = re.split(r"^## \d\. ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    blocks = re.findall(r"^ *```console\n(.*?)^ *```", chapters[number], re.MULTILINE | re.DOTALL)
    return [line.strip() for block in blocks for line in block.splitlines()]


@dataclass
class Desk:
    """A machine, a stick, the province's key on another one, and what stands for their names."""

    folder: Path
    province: RunningSandbox
    code: str

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def stick(self) -> Path:
        return self.folder / "stick"

    def type(self, lines: list[str]) -> None:
        """Run the lines of the page as they stand, with the names of this desk."""
        assert lines
        for line in lines:
            for name, real in {
                "E:/": str(self.stick),
                "G:": str(self.folder / "safe"),
                "F:/counter-app": str(self.folder / "dead"),
                "https://motcua.tinh.example": self.province.url,
                "K7QF-3M9T-X2PA": self.code,
            }.items():
                line = line.replace(name, real)
            program, *words = line.split()
            assert program == "counter-app"
            assert main(words) == 0, line

    def work(self) -> str:
        """Record an act, as the window would."""
        with open_home(None) as home, home.store.writing() as tx:
            at = home.clock.now().at
            uid = new_id()
            tx.journal.append(
                Kind.VIEWED, Viewed("H26.15-261120-0001"), uid=uid,
                author=Author("cb01", "online", "1"), occurred_at=at,
                clock_quality=ClockQuality.LOCAL,
            )  # fmt: skip
            return uid


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSandbox]:
    with RunningSandbox(tmp_path_factory.mktemp("province")) as running:
        yield running


def use(backend: KeyringBackend) -> None:
    keyring.set_keyring(backend)


@pytest.fixture
def desk(
    tmp_path: Path, province: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    before = keyring.get_keyring()
    use(MemoryKeyring())
    made = Desk(tmp_path, province, province.enrol_code("1"))
    monkeypatch.setattr(config, "_machine_home", lambda: made.home)
    safe = tmp_path / "safe"
    safe.mkdir()
    made.stick.mkdir()
    (safe / "khoa-khoi-phuc.txt").write_text(province.province.keys.recovery.hex() + "\n")
    assert main(["enrol", "--server", province.url, "--code", made.code]) == 0
    yield made
    keyring.set_keyring(before)


def number_of(capsys: pytest.CaptureFixture[str]) -> str:
    found = re.search(r"máy quầy số (\d{5})", capsys.readouterr().out)
    assert found
    return found[1]


def test_a_lost_key_comes_back(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.work()
    use(MemoryKeyring())  # the keyring was erased
    assert main(["verify"]) == 1
    desk.type(commands(1))
    assert "Nhật ký nguyên vẹn" in capsys.readouterr().out
    use(MemoryKeyring())
    (desk.home / "key.json").unlink()  # the profile was made anew: the note is gone, too
    desk.type(commands(1))
    shown = capsys.readouterr().out
    assert "kho dữ liệu mở được" in shown
    assert "Nhật ký nguyên vẹn" in shown
    kept = desk.home / "recovery.json"
    copy = kept.rename(desk.folder / "safe" / "recovery.json")
    use(MemoryKeyring())
    desk.type([f"{commands(1)[0]} --file G:/recovery.json"])
    assert kept.exists()
    assert copy.exists()


def test_a_wrong_key_changes_nothing(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    use(MemoryKeyring())
    key = desk.folder / "safe" / "khoa-khoi-phuc.txt"
    key.write_text("ab" * 32)
    assert main(["recover", "--key", str(key)]) == 1
    assert "không mở được" in capsys.readouterr().err
    key.write_text("chẳng có gì")
    assert main(["recover", "--key", str(key)]) == 1
    assert main(["recover", "--key", str(key), "--home", str(desk.folder / "none")]) == 1
    assert "Traceback" not in capsys.readouterr().err


def send(home: Home) -> PushReport:
    """Send what waits; the rest of a round has its own tests."""
    doors = home.doors()
    try:
        report = push(doors)
    finally:
        doors.gateway.close()
    assert report.error is None
    return report


def dead(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """The machine dies; the province gives a code for the one that takes its place."""
    capsys.readouterr()
    with open_home(None) as home:
        number = home.enrolment().device
    desk.home.rename(desk.folder / "dead")
    use(MemoryKeyring())
    desk.code = desk.province.enrol_code("1", renews=number)


def test_a_dead_machine_with_its_journal_on_a_stick(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.type(commands(0)[:1])
    sent = desk.work()
    with open_home(None) as home:
        assert send(home).accepted
    waiting = desk.work()
    desk.type(commands(0)[1:])
    dead(desk, capsys)
    shutil.rmtree(desk.folder / "dead")
    desk.type(commands(2))
    shown = capsys.readouterr().out
    assert "Đã nhập 2 bút toán" in shown
    (again,) = (line for line in commands(2) if " import " in line)
    desk.type([again])
    assert "Đã nhập 0 bút toán từ 2 tệp" in capsys.readouterr().out
    with open_home(None) as home:
        assert send(home).accepted >= 2
        with home.store.reading() as tx:
            assert not tx.deliveries.listing()
        for uid in (sent, waiting):
            gateway = home.gateway()
            assert gateway.entry_state(uid).known
            gateway.close()


def test_a_dead_machine_whose_disk_can_be_read(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    waiting = desk.work()
    dead(desk, capsys)
    desk.type(commands(3))
    desk.type(commands(2))
    with open_home(None) as home, home.store.reading() as tx:
        assert tx.journal.get(waiting) is not None

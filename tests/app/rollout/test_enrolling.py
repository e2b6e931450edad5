"""Unattended enrolment with the real command against the real server, pushed again and again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from counter_app.app.counter import OpenCounter
from counter_app.app.home import open_home
from counter_app.app.scanners import StoredProfiles
from counter_app.cli import enrol as command
from counter_app.cli import main
from counter_app.config import Folders, HomeLock, read_settings
from counter_app.desktop.scanning.profile import Mode
from counter_app.domain.enrolment import CounterPlace
from counter_app.services.printing.profiles import PaperChoice, Profiles
from counter_app.services.printing.receipt_paper import RECEIPT
from tests.app.rollout.machines import on_machine
from tests.sandbox.running import RESOURCES, RunningSandbox

CENTRE = "H26.15"


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSandbox]:
    folder = tmp_path_factory.mktemp("province")
    # Without form sets: each would be tried on paper before it is taken over, which takes seconds.
    shutil.copytree(RESOURCES / "centre", folder / "lists" / "centre")
    with RunningSandbox(folder, resources=folder / "lists") as running:
        yield running


@dataclass
class Pc:
    """One PC that a file of answers is pushed to."""

    folder: Path
    url: str
    capsys: pytest.CaptureFixture[str]

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def log(self) -> str:
        return (self.folder / "rollout.log").read_text(encoding="utf-8")

    def answer(self, code: str, counter: str, **more: str) -> None:
        told = {"server": self.url, "centre": CENTRE, "counter": counter, "code": code, **more}
        text = "\n".join(f"{name} = '{value}'" for name, value in told.items())
        (self.folder / "ghi-danh.toml").write_text(text, encoding="utf-8")

    def push(self, *words: str) -> int:
        answers, log = str(self.folder / "ghi-danh.toml"), str(self.folder / "rollout.log")
        code = main(["enrol", "--answers", answers, "--home", str(self.home), "--plain-store",
                     "--pc", "XA-01", "--log", log, *words])  # fmt: skip
        self.said = self.capsys.readouterr()
        return code


@pytest.fixture
def pc(tmp_path: Path, sandbox: RunningSandbox, capsys: pytest.CaptureFixture[str]) -> Pc:
    return Pc(tmp_path, sandbox.url, capsys)


def codes(sandbox: RunningSandbox, *counters: str) -> tuple[str, ...]:
    return sandbox.province.enrol_codes([CounterPlace(CENTRE, each) for each in counters])


def test_a_pc_becomes_its_counter_and_stays_it(pc: Pc, sandbox: RunningSandbox) -> None:
    (code,) = codes(sandbox, "1")
    pc.answer(code, "1", printer="HP P2035", layout="a5", scanner="serial", scanner_port="COM3")
    assert pc.push("--check") == 0
    assert not pc.home.exists()
    assert pc.push() == 0, pc.said.err
    assert "Đã ghi danh" in pc.said.out
    assert "hãy xóa tệp trả lời" in pc.said.out
    settings, problems = read_settings(Folders.at(pc.home).settings_file)
    assert (settings.server_url, settings.printer, problems) == (sandbox.url, "HP P2035", ())
    with closing(OpenCounter.open(pc.home, plain_store=True)) as counter:
        profile = Profiles(counter.home.store, counter.home.settings).get(RECEIPT)
        assert (profile.printer, profile.paper) == ("HP P2035", PaperChoice.A5)
        scanner = StoredProfiles(counter).in_use()
        assert (scanner.mode, scanner.port) == (Mode.SERIAL, "COM3")
        assert counter.setting("first-run") is None  # no wizard
    before = {path: path.read_bytes() for path in pc.home.iterdir() if path.is_file()}
    with HomeLock(Folders.at(pc.home)):  # the officer is at work
        assert pc.push("--quiet") == 0
    assert pc.said == ("", "")
    assert "không thay đổi gì" in pc.log
    (pc.home / "enrolled.json").unlink()
    assert pc.push() == 0
    names = ("settings.toml", "enrolled.json", "key.json")
    assert all((pc.home / name).read_bytes() == before[pc.home / name] for name in names
               if pc.home / name in before)  # fmt: skip
    assert code not in pc.log
    assert code not in "".join(each.read_text() for each in (pc.home / "logs").iterdir())
    assert all(line.split("\t")[1] == "XA-01" for line in pc.log.splitlines())


def test_what_can_be_told_apart_by_the_exit_code(pc: Pc, sandbox: RunningSandbox) -> None:
    first, second = codes(sandbox, "2", "3")
    assert pc.push() == command.FILE  # no file at all
    pc.answer(first, "2", layout="A5")
    assert pc.push("--quiet") == command.FILE
    assert "layout" in pc.said.err
    assert not pc.home.exists()
    pc.answer(first, "2", server="http://127.0.0.1:9")
    assert pc.push() == command.LATER
    assert "chạy lại" in pc.said.err
    pc.answer(first, "9")
    assert pc.push() == command.CODE  # another counter's; it isn't used up by that
    pc.answer("AAAA-BBBB-CCCC", "2")
    assert pc.push() == command.CODE
    pc.answer(first, "2")
    assert pc.push() == 0
    pc.answer(second, "3")
    assert pc.push() == command.OTHER
    assert "quầy 2" in pc.said.err
    shutil.rmtree(pc.home)
    pc.answer(first, "2")
    assert pc.push() == command.CODE  # used already, by the machine that was erased
    shutil.rmtree(pc.home)
    pc.home.write_text("")
    assert pc.push() == command.MACHINE
    assert first not in pc.log + pc.said.err


def test_an_old_server_that_gives_another_place_is_found_out(
    pc: Pc, sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    from counter_app.gateway.client import Gateway

    (code,) = codes(sandbox, "4")
    asked = Gateway.enrol
    monkeypatch.setattr(
        Gateway,
        "enrol",
        lambda self, request: asked(self, request.model_copy(update={"centre": "", "counter": ""})),
    )
    pc.answer(code, "5")
    assert pc.push() == command.CODE
    assert "quầy 4" in pc.said.err
    pc.answer(code, "4")
    assert pc.push() == 0  # the same machine may say it again


def test_wrong_usage(pc: Pc) -> None:
    for words in (["--answers", "a", "--code", "b"], ["--server", "x", "--code", "y", "--quiet"]):
        with pytest.raises(SystemExit) as caught:
            main(["enrol", *words])
        assert caught.value.code == 2


def test_an_enrolment_that_was_tried_in_the_image_doesn_t_make_twins(
    pc: Pc, sandbox: RunningSandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key and chain that a try without a line had made are not those of every clone."""
    on_machine(monkeypatch, tmp_path, "image")
    image, first, second = codes(sandbox, "6", "7", "8")
    pc.answer(image, "6", server="http://127.0.0.1:9")
    assert pc.push() == command.LATER
    shutil.copytree(pc.home, tmp_path / "disk")
    devices = []
    for name, code, counter in (("a", first, "7"), ("b", second, "8")):
        shutil.rmtree(pc.home)
        shutil.copytree(tmp_path / "disk", pc.home)
        on_machine(monkeypatch, tmp_path, name, mark="image")
        pc.answer(code, counter)
        assert pc.push() == 0, pc.said.err
        with open_home(pc.home, plain_store=True) as home:
            devices.append((home.enrolment().device, home.enrolment().chain))
    assert len({device for device, _ in devices}) == len({chain for _, chain in devices}) == 2

"""Thay máy by the window's own presenters: two real encrypted homes, a stick, a real province.

What the old machine did is at the province exactly once, whichever way it went.
"""

from __future__ import annotations

import errno
import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import keyring
import pytest

from counter_app.app.first_run import Wizard, _enrol
from counter_app.app.home import Home, open_home
from counter_app.app.replacing.machine_change import carry_out, take_over
from counter_app.config import Folders
from counter_app.desktop.presenters.first_run.first_run import Begun, Doors, FirstRun
from counter_app.desktop.presenters.first_run.state import Field, FirstRunState, Step
from counter_app.desktop.presenters.replacing.replace_page import ReplaceActs, ReplacePresenter
from counter_app.desktop.presenters.replacing.replace_state import ReplaceState
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.keeping.second_journal import (
    NoSegmentsError,
    SegmentDamagedError,
)
from counter_app.domain.errors.keeping.stick import (
    StickFullError,
    StickGoneError,
    StickIsThisDiskError,
    StickNotReadError,
)
from counter_app.domain.errors.work import MachineReplacedError
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.keeping.second_journal import folder_of, prepare
from counter_app.services.leaving import carrying
from counter_app.services.leaving.replacing import is_replaced, replaceable, take_out_of_service
from counter_app.services.signing_in.login import log_in
from tests.desktop.now_jobs import NowJobs
from tests.made import person
from tests.sandbox.running import RESOURCES, RunningSandbox
from tests.vault.conftest import MemoryKeyring

PASSWORD = "mat-khau-thu"
SUPERVISOR, RECEIVER = "CB-006", "CB-001"


class View:
    """Takes what either presenter shows."""

    def __init__(self) -> None:
        self.states: list[object] = []

    def present(self, state: object) -> None:
        self.states.append(state)

    def ask_place(self, *_: object) -> None:
        """Nobody is asked: the test names the stick."""

    def focus_number(self) -> None:
        """There are no keys."""

    def focus(self, field: Field) -> None:
        """There are no keys."""

    @property
    def page(self) -> ReplaceState:
        assert isinstance(self.states[-1], ReplaceState)
        return self.states[-1]

    @property
    def wizard(self) -> FirstRunState:
        assert isinstance(self.states[-1], FirstRunState)
        return self.states[-1]


@dataclass
class Town:
    folder: Path
    province: RunningSandbox

    def __post_init__(self) -> None:
        self.keyrings = {name: MemoryKeyring() for name in ("old", "new", "other")}
        self.stick.mkdir()
        self.key_file.write_text(self.province.province.keys.recovery.hex())

    @property
    def stick(self) -> Path:
        return self.folder / "stick"

    @property
    def key_file(self) -> Path:
        return self.folder / "khoa.txt"

    def use(self, name: str) -> None:
        keyring.set_keyring(self.keyrings[name])

    @contextmanager
    def opened(self, name: str) -> Iterator[Home]:
        self.use(name)
        with open_home(self.folder / name) as home:
            yield home

    def wizard(self, name: str, code: str, homes: list[Home]) -> tuple[FirstRun, View]:
        """Return the wizard of a machine whose code is typed; `homes` takes the one open behind."""
        self.use(name)
        wizard = Wizard(
            jobs=NowJobs(), folders=Folders.at(self.folder / name), flags={}, plain_store=False,
            open=lambda: None, keep=lambda _: None, finished=lambda: None,
            take_over=lambda stick, key: take_over(homes[0], stick, key), pages={},
        )  # fmt: skip
        view = View()
        doors = Doors(
            lambda server, typed, ca: _enrol(wizard, server, typed, ca),
            lambda _: None, lambda: None, lambda _: None, wizard.take_over,
        )  # fmt: skip
        presenter = FirstRun(view, wizard.jobs, doors, Begun(self.province.url))
        presenter.start()
        presenter.code_typed(code)
        return presenter, view

    def known(self) -> dict[str, str]:
        return {row["uid"]: row["code"] for row in self.province.clerk.dossiers()}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    tmp_path = tmp_path_factory.mktemp("town")
    # Without form sets: each would be tried on paper before it is taken over, which takes seconds.
    shutil.copytree(RESOURCES / "centre", tmp_path / "lists" / "centre")
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    before = keyring.get_keyring()
    with RunningSandbox(tmp_path, resources=tmp_path / "lists", port=port) as running:
        for officer in (SUPERVISOR, RECEIVER):
            running.province.set_password(officer, PASSWORD)
        yield Town(tmp_path, running)
    keyring.set_keyring(before)


def entered(home: Home, officer: str) -> Session:
    gateway = home.gateway()
    try:
        return log_in(home.workplace(), gateway, officer, PASSWORD)
    finally:
        gateway.close()


def received(home: Home, session: Session) -> Dossier:
    return receive(home.workplace(), session, Reception("2.000908", person()))


def page(home: Home, session: Session) -> tuple[ReplacePresenter, View]:
    """Return the page Thay máy over an open home, with the acts of the window."""
    place, view = home.workplace(), View()
    acts = ReplaceActs(
        lambda: replaceable(place), lambda: (), lambda folder: carry_out(home, folder),
        lambda typed: take_out_of_service(place, session, typed),
        lambda: 0, lambda: None, lambda _: None, lambda _: None,
    )  # fmt: skip
    presenter = ReplacePresenter(view, NowJobs(), acts)
    presenter.arrive()
    return presenter, view


def test_from_the_old_machine_to_the_new_one(town: Town) -> None:
    presenter, view = town.wizard("old", town.province.enrol_code("1"), [])
    presenter.next()
    assert view.wizard.step is Step.RECOVERY
    with town.opened("old") as old:
        old.round()
        supervisor, receiver = entered(old, SUPERVISOR), entered(old, RECEIVER)
        sent = received(old, receiver)
        old.round()
        carry_out(old, town.stick)
        shutil.copytree(town.stick, town.folder / "older")
        town.province.__exit__(None, None, None)  # the line is cut
        waiting = received(old, receiver)
        leaving, shown = page(old, supervisor)
        assert dict(shown.page.facts)["Chưa gửi"] == "1 việc"
        leaving.write_to(town.stick)
        device = old.enrolment().device
        leaving.typed(device)
        assert leaving.stop()
        assert shown.page.next, shown.page.number_problem
        assert is_replaced(old.workplace())
        with pytest.raises(MachineReplacedError):
            received(old, supervisor)
    with town.opened("old") as old:  # on every further start
        assert page(old, supervisor)[1].page.next
    town.province.__enter__()
    homes: list[Home] = []
    presenter, view = town.wizard("new", town.province.enrol_code("1", renews=device), homes)
    presenter.replaces(is_on=True)
    presenter.next()
    presenter.kept(is_kept=True)
    presenter.next()
    assert view.wizard.step is Step.MOVE
    with town.opened("new") as new:
        homes.append(new)
        new.round()  # the window's loop runs already: the feed may come before the stick
        of_others = prepare(town.stick, new.enrolment()).with_name("counter-app-H26.15-00009")
        of_others.mkdir()
        (of_others / "2026-01-001.journal").write_text("of another counter that shares it")
        presenter.stick_typed(str(town.stick))
        presenter.next()
        assert "khóa khôi phục" in view.wizard.key_problem
        presenter.key_file_typed(str(town.key_file))
        presenter.next()
        assert view.wizard.took, view.wizard.stick_problem
        assert "Đã nhập" in view.wizard.told[0][1]
        new.round()
        with new.store.reading() as tx:
            assert not tx.deliveries.listing()
        for folder in ("stick", "older"):
            presenter.another_stick()
            presenter.stick_typed(str(town.folder / folder))
            presenter.next()
            assert "không có gì mới" in view.wizard.told[0][1]
        new.round()
        assert town.known() == {sent.uid: sent.code, waiting.uid: waiting.code}
        after = received(new, entered(new, RECEIVER))
        assert after.received.serial == waiting.received.serial + 1
        assert new.enrolment().device == device


def test_places_that_wont_do(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    presenter, _ = town.wizard("other", town.province.enrol_code("2"), [])
    presenter.next()
    stick = tmp_path
    with town.opened("other") as old:
        with pytest.raises(StickGoneError):
            carry_out(old, town.folder / "not-plugged-in")
        with pytest.raises(StickIsThisDiskError):
            carry_out(old, old.folders.home)
        with pytest.raises(NoSegmentsError):
            take_over(old, stick, None)
        entered(old, SUPERVISOR)
        with monkeypatch.context() as full:
            full.setattr(os, "write", _full)
            with pytest.raises(StickFullError):
                carry_out(old, stick)
        assert carry_out(old, stick) == 1
        mine = folder_of(stick, old.enrolment())
        segment = next(mine.iterdir())
        whole = segment.read_bytes()
        device = old.enrolment().device.encode()
        segment.write_bytes(whole.replace(device, b"00099", 1))
        with pytest.raises(SegmentDamagedError):
            take_over(old, stick, None)
        segment.write_bytes(whole[:-9])  # pulled out while the last line was written
        assert take_over(old, stick, None).torn == 1
        assert carry_out(old, stick) == 1
        assert take_over(old, stick, None).torn == 0
        segment.unlink()
        segment.mkdir()  # what can't be read
        with pytest.raises(StickNotReadError):
            take_over(old, stick, None)
    assert isinstance(carrying.refused(stick, errno.EIO).facts["reason"], str)
    assert carrying.refused(town.folder / "gone", errno.EIO).code == "stick.gone"


def _full(*_: object) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

"""A whole home that is copied back on its own machine, with its mark: no code on two papers."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from counter_app.app.home import Home, open_home
from counter_app.cli.doctor import Finding, home_checks
from counter_app.config import Folders
from counter_app.services.counter.data_state import data_state
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.store.mark import Condition
from counter_app.wording.data_state import restored_words
from tests.journeys.bad_input import kept
from tests.made import person
from tests.sandbox.running import RunningSandbox


def receives(home: Home, times: int = 1) -> list[str]:
    """Receive so many dossiers; return the codes on their papers."""
    workplace = home.workplace()
    session = Session(workplace.reference.officers.officers[0], "online")
    wish = Reception("1.001193", person())
    return [receive(workplace, session, wish).shown_code for _ in range(times)]


def worked(home: Path, times: int = 1) -> list[str]:
    with open_home(home, plain_store=True) as opened:
        return receives(opened, times)


def copied(home: Path, to: Path) -> Path:
    return Path(shutil.copytree(home, to))


def put_back(copy: Path, home: Path) -> None:
    shutil.rmtree(home)
    shutil.copytree(copy, home)


def doctor(home: Home) -> Finding:
    return next(each for each in home_checks(home) if each.what == "Bản cũ chép lại")


def condition(home: Home) -> Condition:
    assert home.settled is not None
    return home.settled.condition


def test_a_home_that_was_copied_back_gives_no_code_twice(
    home: Path, tmp_path: Path, province: RunningSandbox
) -> None:
    papers = worked(home)
    copy = copied(home, tmp_path / "stick")
    papers += worked(home, 2)
    put_back(copy, home)

    with open_home(home, plain_store=True) as opened:
        assert condition(opened) is Condition.RESTORED
        assert data_state(opened.workplace()).restored == "witness"
        bold, rest = restored_words("witness")
        said = doctor(opened)
        assert (said.ok, said.found, said.next) == (False, bold, rest)
        assert "bản cũ" in bold
        assert "phiếu tạm" in rest
        provisional = receives(opened, 2)
        assert all(code.startswith("HG") for code in provisional)

    with open_home(home, plain_store=True) as opened:  # still, until the server was asked
        assert data_state(opened.workplace()).restored == "witness"
        report = opened.round()
        assert (report.error, opened.round().error) == (None, None)
        assert data_state(opened.workplace()).restored == ""
        assert doctor(opened).ok

    with open_home(home, plain_store=True) as opened:
        assert condition(opened) is Condition.CLEAN
        numbered = receives(opened, 2)
        assert not any(code.startswith("HG") for code in numbered)
    every = papers + provisional + numbered
    assert len(set(every)) == len(every)
    assert not kept(home).faults


def test_a_copy_that_is_opened_from_the_stick(home: Path, tmp_path: Path) -> None:
    copy = copied(home, tmp_path / "stick")
    worked(home)
    with open_home(copy, plain_store=True) as opened:
        assert condition(opened) is Condition.RESTORED


def test_a_machine_that_never_saw_the_home_is_calm(home: Path) -> None:
    with open_home(home, plain_store=True) as opened:
        assert condition(opened) is Condition.CLEAN
        assert doctor(opened).ok
    witnesses = Folders.at(home).witness_folder
    worked(home)
    shutil.rmtree(witnesses)
    with open_home(home, plain_store=True) as opened:
        assert condition(opened) is Condition.CLEAN
        assert not receives(opened)[0].startswith("HG")


BLOCKED: dict[str, Callable[[Path], object]] = {
    "a file in its place": lambda folder: folder.write_text("x"),
    "a file before it": lambda folder: folder.parent.write_text("x"),
}


@pytest.mark.parametrize("block", BLOCKED.values(), ids=BLOCKED.keys())
def test_a_machine_that_can_t_remember_works_on_and_doctor_says_so(
    block: Callable[[Path], object], home: Path
) -> None:
    folder = Folders.at(home).witness_folder
    shutil.rmtree(folder.parent, ignore_errors=True)
    if block is BLOCKED["a file in its place"]:
        folder.parent.mkdir(parents=True)
    block(folder)
    with open_home(home, plain_store=True) as opened:
        assert condition(opened) is Condition.CLEAN
        receives(opened)
        said = doctor(opened)
        assert not said.ok
        assert str(folder) in said.next


def test_a_home_that_is_thrown_away_leaves_nothing_on_the_machine(home: Path) -> None:
    folder = Folders.at(home).witness_folder
    shutil.rmtree(folder.parent, ignore_errors=True)
    with open_home(home, plain_store=True, witnessed=False) as opened:
        receives(opened)
    assert not folder.exists()

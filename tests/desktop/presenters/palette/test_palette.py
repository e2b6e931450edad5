from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest

from counter_app.desktop.presenters.palette.matching import spans_of
from counter_app.desktop.presenters.palette.palette import (
    ROWS,
    Acts,
    PalettePresenter,
    PaletteState,
    Sources,
)
from counter_app.desktop.presenters.palette.rows import PaletteCommand
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.errors.store import StoreLockedError
from counter_app.domain.people.person import Identity, IdentityKind, Person
from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.procedures.search import ProcedureIndex
from counter_app.services.people.recognition import KnownCitizen
from tests.desktop.now_jobs import NowJobs
from tests.desktop.presenters.history.test_history import line

MAU = Person("Trần Thị Mẫu", identity=Identity(IdentityKind.PERSONAL_NUMBER, "001199000456"))
INDEX = ProcedureIndex(
    [
        Procedure("1.001193", "Đăng ký khai sinh"),
        Procedure("1.000894", "Đăng ký kết hôn"),
        Procedure("1.000656", "Đăng ký khai tử"),
        *(Procedure(f"2.000{number}", f"Trần nhà loại {number}") for number in range(100, 120)),
    ]
)


class Bench:
    """A palette with its view, its store and what it did."""

    def __init__(self) -> None:
        self.states: list[PaletteState] = []
        self.did: list[str] = []
        self.closed = 0
        self.locked = False
        self.asked: list[str] = []
        self.lines: tuple[DossierLine, ...] = (line(1), line(2))
        self.jobs = NowJobs()
        self.palette = PalettePresenter(
            self,
            self.jobs,
            Sources(self.dossiers, self.citizens, INDEX.find),
            Acts(
                lambda uid: self.did.append(f"open {uid}"),
                lambda person: self.did.append(f"receive {person.name}"),
                lambda code: self.did.append(f"choose {code}"),
            ),
        )
        self.palette.open(
            [
                PaletteCommand("Khóa màn hình", "Ctrl+Shift+L", lambda: self.did.append("lock")),
                PaletteCommand("Tình trạng dữ liệu", "", lambda: self.did.append("data")),
            ]
        )

    def present(self, state: PaletteState) -> None:
        self.states.append(state)

    def close_now(self) -> None:
        self.closed += 1

    def dossiers(self, typed: str) -> Sequence[DossierLine]:
        self.asked.append(typed)
        if self.locked:
            raise StoreLockedError(path="store.db")
        return [each for each in self.lines if spans_of(typed, each.applicant) is not None]

    def citizens(self, typed: str) -> Sequence[KnownCitizen]:
        return () if spans_of(typed, MAU.name) is None else (KnownCitizen(MAU, 4, (), (), ()),)

    @property
    def titles(self) -> list[str]:
        return [group.title for group in self.states[-1].groups]


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_an_empty_line_offers_the_commands(bench: Bench) -> None:
    assert bench.titles == ["Lệnh"]
    assert bench.states[-1].groups[0].entries[0].row.keys == "Ctrl+Shift+L"
    bench.palette.enter()
    assert (bench.did, bench.closed) == (["lock"], 1)


def test_all_kinds_are_found_in_groups(bench: Bench) -> None:
    bench.palette.typed("tran")
    assert bench.titles == ["Hồ sơ", "Công dân", "Thủ tục", "Lệnh"]
    shown = [len(group.entries) for group in bench.states[-1].groups]
    assert sum(shown) == ROWS
    assert shown[0] == 2
    citizen = bench.states[-1].groups[1].entries[0].row
    assert citizen.code == "0011••••0456"
    assert "4 hồ sơ" in citizen.meta
    first = bench.states[-1].groups[0].entries[0].row
    assert [first.name[start : start + length] for start, length in first.spans] == ["Trần"]


@pytest.mark.parametrize(
    ("typed", "steps", "did"),
    [
        ("tran mau", 0, "open uid-1"),
        ("tran mau", 1, "open uid-2"),
        ("tran mau", 2, "receive Trần Thị Mẫu"),
        ("khai sinh", 0, "choose 1.001193"),
        ("khoa", 0, "lock"),
        ("du lieu", 0, "data"),
    ],
)
def test_enter_does_the_obvious_thing(bench: Bench, typed: str, steps: int, did: str) -> None:
    bench.palette.typed(typed)
    for _ in range(steps):
        bench.palette.step(1)
    bench.palette.enter()
    assert bench.did == [did]


def test_while_an_answer_is_on_its_way_only_the_newest_line_waits(bench: Bench) -> None:
    bench.jobs.hold()
    for typed in ("tr", "tra", "tran", "tran m"):
        bench.palette.typed(typed)
    assert len(bench.jobs.held) == 1
    bench.jobs.release()
    assert bench.asked == ["tr", "tran m"]
    assert bench.states[-1].typed == "tran m"
    assert "Hồ sơ" in bench.titles


def test_a_late_answer_is_not_shown(bench: Bench) -> None:
    bench.jobs.hold()
    bench.palette.typed("tran")
    bench.palette.typed("khai sinh")
    bench.jobs.release(1)
    assert bench.titles == ["Thủ tục"]


def test_enter_before_the_answer_acts_on_what_comes(bench: Bench) -> None:
    bench.jobs.hold()
    bench.palette.typed("tran mau")
    bench.palette.enter()
    assert not bench.did
    bench.jobs.release()
    assert bench.did == ["open uid-1"]


def test_typing_on_takes_the_early_enter_back(bench: Bench) -> None:
    bench.jobs.hold()
    bench.palette.typed("tran")
    bench.palette.enter()
    bench.palette.typed("tran mau")
    bench.jobs.release()
    assert not bench.did


def test_the_row_that_was_chosen_stays_chosen_when_others_come(bench: Bench) -> None:
    bench.jobs.hold()
    bench.palette.typed("tran")
    bench.palette.step(1)
    before = bench.states[-1]
    chosen = before.groups[0].entries[before.current]
    bench.jobs.release()
    after = bench.states[-1]
    rows = [entry for group in after.groups for entry in group.entries]
    assert rows[after.current].key == chosen.key


def test_enter_on_a_row_of_fewer_letters_waits_and_takes_nothing_else(bench: Bench) -> None:
    bench.lines = tuple(
        dataclasses.replace(line(n), applicant=f"Trần Thị Mẫu {'Một' if n == 1 else 'Hai'}")
        for n in (1, 2)
    )
    bench.palette.typed("tran mau")
    bench.jobs.hold()
    bench.palette.typed("tran mau mot")
    bench.palette.step(1)
    bench.palette.enter()
    bench.jobs.release(1)
    assert not bench.did, "the second is none of these any more"
    bench.palette.enter()
    assert bench.did == ["open uid-1"], "and the next Enter sees what it takes"


def test_ends_are_ends(bench: Bench) -> None:
    bench.palette.typed("tran mau")
    bench.palette.step(-3)
    assert bench.states[-1].current == 0
    bench.palette.step(99)
    assert bench.states[-1].current == 2


def test_nothing_found_says_what_to_try(bench: Bench) -> None:
    bench.palette.typed("xyzzy qqq")
    assert bench.states[-1].sentence.startswith("Không thấy gì khớp")
    assert bench.states[-1].current == -1
    bench.palette.enter()
    assert not bench.did


def test_a_store_that_refuses_leaves_procedures_and_says_why(bench: Bench) -> None:
    bench.locked = True
    bench.palette.typed("khai sinh")
    assert "Thủ tục" in bench.titles
    assert bench.states[-1].sentence
    bench.palette.enter()
    assert bench.did == ["choose 1.001193"]
    bench.locked = False
    bench.palette.typed("tran mau")
    assert not bench.states[-1].sentence
    assert "Hồ sơ" in bench.titles


def test_one_letter_does_not_ask_the_store(bench: Bench) -> None:
    bench.palette.typed("t")
    assert not bench.asked


def test_opening_again_begins_anew(bench: Bench) -> None:
    bench.palette.typed("tran mau")
    bench.lines = (dataclasses.replace(line(7), applicant="Trần Thị Mẫu Bảy"),)
    bench.palette.open([])
    assert not bench.titles
    bench.palette.typed("tran mau")
    assert bench.states[-1].groups[0].entries[0].key == "dossier uid-7"

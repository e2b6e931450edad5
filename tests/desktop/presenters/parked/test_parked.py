"""Drafts that lie aside: keys act on the rows that are seen."""

from __future__ import annotations

from counter_app.desktop.presenters.parked.parked import ParkedPresenter, ParkedState
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.reception.drafts import Parked
from tests.made import NOON


class Bench:
    """The list with its view, and the drafts behind it."""

    def __init__(self, *names: str) -> None:
        self.aside = tuple(map(parked, names))
        self.did: list[str] = []
        self.states: list[ParkedState] = []
        self.presenter = ParkedPresenter(self, self, lambda: self.did.append("reception"))
        self.presenter.show()

    def present(self, state: ParkedState) -> None:
        self.states.append(state)

    def close_now(self) -> None:
        self.did.append("closed")

    def take_up(self, uid: str) -> None:
        self.did.append(f"take {uid}")

    def throw_away(self, uid: str) -> None:
        self.did.append(f"throw {uid}")
        self.aside = tuple(each for each in self.aside if each.draft.uid != uid)


def parked(name: str) -> Parked:
    return Parked(ReceptionDraft(name, NOON), name, "Đăng ký khai sinh", NOON)


def test_a_draft_that_comes_meanwhile_isnt_taken_in_place_of_the_one_that_is_seen() -> None:
    bench = Bench("một", "hai")
    bench.presenter.select(1)
    bench.aside = (parked("mới"), *bench.aside)  # brought back by a job that ended just now
    bench.presenter.take_up()
    assert bench.did == ["closed", "take hai", "reception"]


def test_nothing_is_taken_that_was_never_shown() -> None:
    bench = Bench()
    bench.aside = (parked("mới"),)
    bench.presenter.take_up()
    bench.presenter.throw_away()
    assert bench.did == []


def test_thrown_away_after_it_was_asked_twice() -> None:
    bench = Bench("một", "hai")
    bench.presenter.throw_away()
    assert "Bỏ hẳn bản nháp của một?" in bench.states[-1].sentence
    bench.aside = (parked("mới"), *bench.aside)
    bench.presenter.throw_away()
    bench.presenter.throw_away()
    assert bench.did == ["throw một"], "what came meanwhile is asked about first"

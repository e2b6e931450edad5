"""An obstacle is written with one key; figures of a person are doubted once."""

from __future__ import annotations

from counter_app.desktop.presenters.obstacles.obstacle import TEXT, ObstaclePresenter, ask_of
from counter_app.domain.acts.kinds import Kind
from counter_app.services.office.obstacles import Obstacle
from tests.desktop.conftest import Desktop


class View:
    def __init__(self) -> None:
        self.said: list[tuple[dict[str, str], dict[str, str]]] = []
        self.refused: list[str] = []
        self.closed = False

    def wrong(self, problems: dict[str, str], doubts: dict[str, str]) -> None:
        self.said.append((problems, doubts))

    def refuse(self, words: str) -> None:
        self.refused.append(words)

    def close_now(self) -> None:
        self.closed = True


def noted(desktop: Desktop) -> int:
    day = desktop.counter.clock.at.date()
    with desktop.counter.workplace.store.reading() as tx:
        return sum(fact.kind is Kind.OBSTACLE_NOTED for fact in tx.journal.facts(day, day))


def test_it_is_written_and_said(desktop: Desktop) -> None:
    view = View()
    presenter = ObstaclePresenter(desktop.desk, view)
    presenter.note(Obstacle(" "))
    assert list(view.said[-1][0]) == [TEXT]
    presenter.note(Obstacle("Đường truyền hay mất"))
    assert view.closed
    assert noted(desktop) == 1
    assert desktop.notices[-1].bold == "Đã ghi vướng mắc."


def test_a_doubt_is_asked_once(desktop: Desktop) -> None:
    view = View()
    presenter = ObstaclePresenter(desktop.desk, view)
    presenter.note(Obstacle("gọi 0900 000 456"))
    assert list(view.said[-1][1]) == [TEXT]
    presenter.note(Obstacle("gọi 0900 000 457"))
    assert len(view.said) == 2
    assert noted(desktop) == 0
    presenter.note(Obstacle("gọi 0900 000 457"))
    assert noted(desktop) == 1


def test_the_procedure_in_hand_goes_along(desktop: Desktop) -> None:
    assert ask_of(desktop.desk, "1.001193").procedure_name
    assert ask_of(desktop.desk, "9.999999").procedure == ""
    assert ask_of(desktop.desk, "").procedure == ""

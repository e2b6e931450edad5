"""Received on paper first: the quiet line, its problems, and what of it is written."""

from __future__ import annotations

from datetime import timedelta

import pytest

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.reception.on_paper.state import PaperPart
from counter_app.desktop.presenters.reception.state import Block
from counter_app.domain.acts.received import PaperFirst
from counter_app.domain.dates import shown_moment
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.reception.seen import Seen

PROCEDURE = "1.001193"


@pytest.fixture
def seen(desktop: Desktop) -> Seen:
    return Seen(desktop)


def paper(seen: Seen, days: int = 3, hour: str = "9h15") -> str:
    """Return how the moment of a paper of some days ago is typed."""
    return f"{hour} {seen.desktop.desk.today() - timedelta(days=days):%d/%m/%Y}"


def open_line(seen: Seen) -> None:
    assert seen.page.act(Command.PAPER_FIRST)
    assert seen.current is Block.PAPER_FIRST


def filled(seen: Seen, moment: str, reason: str = "1") -> None:
    seen.page.type_paper(PaperPart.MOMENT, moment)
    seen.page.type_paper(PaperPart.NUMBER, " G-17 ")
    seen.page.type_paper(PaperPart.REASON, reason)
    seen.page.enter()


def visitor(seen: Seen) -> None:
    seen.card()
    seen.page.type_phone("0912 345 678")
    seen.page.enter()
    seen.page.choose(PROCEDURE)
    if seen.state.procedure.cases:
        seen.page.enter()
    seen.page.enter()


def test_a_usual_visit_sees_nothing_of_it(seen: Seen) -> None:
    assert seen.state.paper_line is None
    assert seen.page.commands()[Command.PAPER_FIRST] == "Ghi hồ sơ đã nhận bằng giấy"
    open_line(seen)
    assert seen.state.paper_line is not None
    assert seen.page.draft.is_empty  # an empty line is nothing that anybody would miss
    assert seen.page.escape()
    assert (seen.state.paper_line, seen.current) == (None, Block.APPLICANT)
    open_line(seen)
    assert seen.page.act(Command.PAPER_FIRST)
    assert seen.state.paper_line is None


def test_it_is_written_with_the_papers_moment(seen: Seen) -> None:
    open_line(seen)
    filled(seen, paper(seen))
    assert seen.page.draft.paper is not None
    assert seen.page.draft.paper.reason == "Mất điện"
    assert seen.current is Block.APPLICANT  # Enter in the last field goes on
    visitor(seen)
    at = seen.page.draft.paper.at
    assert at is not None
    assert shown_moment(at) in seen.state.due.detail
    seen.page.act(Command.RECEIVE)
    (dossier,) = seen.desktop.received
    assert dossier.received.received_at == at
    assert dossier.received.paper_first == PaperFirst("Mất điện", "G-17")
    assert seen.state.paper_line is None  # the next one begins without it


def test_problems_are_said_under_their_fields(seen: Seen) -> None:
    open_line(seen)
    line = seen.state.paper_line
    assert line is not None
    assert (line.problem, line.reason_problem) == ("", "")  # nothing was asked yet
    seen.page.enter()
    line = seen.state.paper_line
    assert line is not None
    assert line.problem
    assert line.reason_problem
    assert seen.current is Block.PAPER_FIRST
    for text, doubt in (
        ("hôm kia", False), ("25h61 1/1", False), (paper(seen, -1), False), (paper(seen, 60), True),
        ("9h00 1/1/1900", True),
    ):  # fmt: skip
        seen.page.type_paper(PaperPart.MOMENT, text)
        line = seen.state.paper_line
        assert line is not None
        assert line.problem, text
        assert line.doubt is doubt, text


def test_f9_refuses_what_cannot_be(seen: Seen) -> None:
    visitor(seen)
    open_line(seen)
    seen.page.type_paper(PaperPart.MOMENT, paper(seen, -1))
    seen.page.act(Command.RECEIVE)
    assert not seen.desktop.received
    assert seen.current is Block.PAPER_FIRST
    seen.page.type_paper(PaperPart.MOMENT, paper(seen))
    seen.page.act(Command.RECEIVE)
    assert not seen.desktop.received  # no reason yet
    assert seen.state.paper_line is not None
    assert seen.state.paper_line.reason_problem
    seen.page.type_paper(PaperPart.REASON, "mất điện cả phường")
    seen.page.act(Command.RECEIVE)
    assert len(seen.desktop.received) == 1


def test_a_paper_older_than_the_list_is_asked_about_and_taken(seen: Seen) -> None:
    open_line(seen)
    filled(seen, "9h00 1/1/1900")
    visitor(seen)
    assert any("chưa có trong danh mục" in each for each in seen.state.panel.amber)


def test_the_draft_keeps_it_over_a_crash(seen: Seen) -> None:
    open_line(seen)
    filled(seen, paper(seen))
    kept = seen.page.draft.paper
    seen.page.save()
    again = Seen(seen.desktop)
    assert again.page.draft.paper == kept
    assert again.state.paper_line is not None


def test_the_same_visit_goes_on_with_the_papers_moment(seen: Seen) -> None:
    open_line(seen)
    filled(seen, paper(seen))
    visitor(seen)
    seen.page.act(Command.RECEIVE_MORE)
    paper_left = seen.page.draft.paper
    assert paper_left is not None
    assert (paper_left.number, paper_left.reason) == ("", "Mất điện")


def test_undo_brings_the_line_back(seen: Seen) -> None:
    open_line(seen)
    filled(seen, paper(seen))
    kept = seen.page.draft.paper
    seen.page.go(Block.PAPER_FIRST)
    assert seen.page.escape()
    assert seen.page.act(Command.UNDO)
    assert seen.page.draft.paper == kept


def test_what_lies_on_the_desk_is_written_down(seen: Seen) -> None:
    seen.card()
    seen.page.write_down("H26.15-250701-0904")
    assert len(seen.page.parked.aside) == 1
    line = seen.state.paper_line
    assert line is not None
    assert line.number == "H26.15-250701-0904"
    assert seen.current is Block.PAPER_FIRST

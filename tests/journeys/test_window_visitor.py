"""Guide, declaration, refusal without a number, help online: in the real program, by its keys."""

from __future__ import annotations

from counter_app.domain.acts.intake import Assisted, TurnedAway
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import Printed
from counter_app.domain.dates import vietnam_time
from tests.journeys.driver import Counter
from tests.journeys.paper import words_on
from tests.journeys.townspeople import Citizen, stranger
from tests.journeys.window_fixtures import at, home, sitting, town

__all__ = ["at", "home", "sitting", "town"]

GUIDED, AWAY, HELPED = stranger(9), stranger(10), stranger(11)


def begun(at: Counter, who: Citizen) -> None:
    """Scan `who`'s card and choose the favourite procedure."""
    at.scan_card(who.card)
    at.hands.press("Return", "Ctrl+1")
    at.until(lambda: at.draft.procedure, "the procedure is taken")


def written(at: Counter, kind: Kind) -> list[object]:
    """Return what this counter wrote today."""
    place = at.office.desk.workplace
    day = vietnam_time(place.clock.now().at).date()
    with place.store.reading() as tx:
        rows = tx.day_acts.between(day, day, (kind,), counter=place.enrolment.counter)
    return [row.body for row in rows]


def known_to_be_out(at: Counter, who: Citizen) -> bool:
    """Tell whether a paper for `who`, a visitor without a dossier, is in the journal."""
    papers = written(at, Kind.PRINTED)
    return any(isinstance(paper, Printed) and who.name in paper.visitor for paper in papers)


def test_guide_and_declaration_leave_the_reception_as_it_is(at: Counter) -> None:
    papers = len(at.spool.sheets)
    begun(at, GUIDED)
    before = at.draft
    at.hands.press("Ctrl+Shift+H")
    at.says("In phiếu hướng dẫn")
    at.hands.press("Return")
    assert "PHIẾU HƯỚNG DẪN" in words_on(at.paper(papers + 1).pdf)
    at.hands.press("Ctrl+Shift+K")
    at.says("Đơn đề nghị")
    at.hands.press("2", "Return")
    said = words_on(at.paper(papers + 2).pdf)
    assert "ĐƠN ĐỀ NGHỊ" in said
    assert GUIDED.name in said
    assert at.draft == before


def test_turned_away_with_a_paper_and_without_a_dossier(at: Counter) -> None:
    papers, acts = len(at.spool.sheets), at.acts()
    begun(at, AWAY)
    at.hands.press("Ctrl+Shift+R")
    at.says("Lý do từ chối")
    at.hands.press("1", "Return")
    at.until(lambda: written(at, Kind.TURNED_AWAY), "it is written")
    (body,) = written(at, Kind.TURNED_AWAY)
    assert isinstance(body, TurnedAway)
    assert f"Số: {body.number}/TCHS" in words_on(at.paper(papers + 1).pdf)
    at.until(lambda: at.draft.is_empty, "the next visitor can come")
    at.until(lambda: known_to_be_out(at, AWAY), "its paper is in the journal, too")
    assert at.acts() == acts + 1


def test_assisted_with_the_code_from_a_scanner(at: Counter) -> None:
    begun(at, HELPED)
    at.hands.press("Ctrl+Shift+O")
    at.says("Đã nộp vào")
    at.hands.scan("G01.899.108-251120-0007")
    at.says("G01.899.108-251120-0007")
    at.hands.press("Return")
    at.until(lambda: written(at, Kind.ASSISTED), "it is written")
    (body,) = written(at, Kind.ASSISTED)
    assert isinstance(body, Assisted)
    assert body.code == "G01.899.108-251120-0007"
    at.until(lambda: at.draft.is_empty, "the next visitor can come")

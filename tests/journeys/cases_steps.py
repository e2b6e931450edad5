"""Journeys of a dossier that was received before: what it lacks is asked for, and brought."""

from __future__ import annotations

from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.services.dossiers.lists import ListQuestion, Queue, lines
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from tests.journeys.cases import Case, Goal
from tests.journeys.driver import Counter
from tests.journeys.hands import Effort
from tests.journeys.paper import words_on
from tests.journeys.town import FAVOURITE, CounterHome, person
from tests.journeys.townspeople import SUPPLEMENTING

FORM, NOTICE = "Tờ khai đăng ký khai tử", "Giấy báo tử hoặc giấy tờ thay giấy báo tử"


def supplement(at: Counter, _: CounterHome) -> Effort:
    """H: scan of the receipt, F7, the digits of what is lacking, Enter: asked for and printed."""
    dossier, papers = _lacking(at), len(at.spool.sheets)
    code = dossier.shown_code
    with at.measured() as efforts:
        at.hands.scan(code)
        at.says(code, SUPPLEMENTING.name)
        at.hands.think()
        at.hands.press("F7")
        at.says("Nội dung cần bổ sung, hoàn thiện")
        at.hands.think()
        at.hands.press("1", "2")
        at.hands.think()
        at.hands.press("Return")
        at.until(lambda: at.dossier(code).supplements, "it is asked for")
    after = at.dossier(code)
    assert after.status is Status.WAITING_SUPPLEMENT
    (letter,) = after.supplements
    assert [item.text for item in letter.items] == [NOTICE, FORM]
    words = words_on(at.paper(papers + 1).pdf)
    for part in (SUPPLEMENTING.name, NOTICE, FORM, code, letter.number):
        assert part in words, f"{part} isn't on the paper: {words}"
    at.until(lambda: at.dossier(code).printed, "the paper is known to be out")
    at.says("Chờ bổ sung", "Yêu cầu bổ sung")
    waiting = lines(at.sitting.counter.workplace, ListQuestion(Queue.WAITING_SUPPLEMENT)).lines
    assert after.uid in [line.uid for line in waiting]
    _back(at)
    return efforts[0]


def supplement_brought(at: Counter, _: CounterHome) -> Effort:
    """H′: scan of the receipt, F7, Enter for all of it, Enter: taken in, with a new promise."""
    waiting = lines(at.sitting.counter.workplace, ListQuestion(Queue.WAITING_SUPPLEMENT)).lines
    code = next(line.code for line in waiting if line.applicant == SUPPLEMENTING.name)
    papers = len(at.spool.sheets)
    with at.measured() as efforts:
        at.hands.scan(code)
        at.says(code, SUPPLEMENTING.name)
        at.hands.think()
        at.hands.press("F7")
        at.says("Công dân nộp bổ sung", "Hẹn trả")
        at.hands.think()
        at.hands.press("Return")
        at.says("Nhận bổ sung và in giấy")
        at.hands.press("Return")
        at.until(lambda: at.dossier(code).status is Status.RECEIVED, "it is taken in")
    after = at.dossier(code)
    assert not any(paper.missing for paper in after.received.papers)
    words = words_on(at.paper(papers + 1).pdf)
    for part in (SUPPLEMENTING.name, NOTICE, code):
        assert part in words, f"{part} isn't on the paper: {words}"
    at.until(lambda: len(at.dossier(code).printed) == 2, "the paper is known to be out")
    _back(at)
    return efforts[0]


def _lacking(at: Counter) -> Dossier:
    """Let somebody have handed in a dossier before, with one paper too few."""
    papers = (ReceivedPaper(FORM, originals=1), ReceivedPaper(NOTICE, missing=True))
    reception = Reception(FAVOURITE, person(SUPPLEMENTING), papers=papers)
    return receive(at.sitting.counter.workplace, at.office.desk.session, reception)


def _back(at: Counter) -> None:
    at.hands.press("Escape")
    at.office.show_page("reception")


STEPS = (
    Case("H", "yêu cầu bổ sung", Goal(5, 7), supplement),
    Case("H′", "nhận bổ sung", Goal(3, 5.5), supplement_brought),
)
"""H is UX's; H′ has no goal there: what it takes today."""

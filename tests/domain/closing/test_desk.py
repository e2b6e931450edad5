"""The pile against the system: exactly the differences of two sets, whatever lies there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.acts.decisions import Finished
from counter_app.domain.acts.received import ResultDelivery, ResultWay
from counter_app.domain.acts.results import ResultPaper, ResultTakenIn
from counter_app.domain.acts.steps import HandedOver
from counter_app.domain.closing.desk import DeskPaper, Lies, compare, desk_paper
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.fold import fold
from counter_app.domain.journal.entry import Origin
from counter_app.domain.procedures.channels import Channel
from tests.made import Life, received, submission

PLACES = st.sampled_from(list(Lies))


@given(st.lists(PLACES, max_size=12), st.data())
def test_the_lists_are_the_differences_of_the_sets(lies: list[Lies], data: st.DataObject) -> None:
    papers = [
        DeskPaper(f"u{n}", f"A-{n}", place, (f"A-{n}", f"P-{n}")) for n, place in enumerate(lies)
    ]
    codes = [f"{letter}-{n}" for n in range(len(lies) + 3) for letter in "AP"]
    pile = data.draw(st.lists(st.sampled_from(codes), max_size=20))
    found = compare(pile, papers)

    by_code = {name: paper for paper in papers for name in paper.names}
    on_desk = {by_code[code].uid for code in pile if code in by_code}
    of = {place: {each.uid for each in papers if each.lies is place} for place in Lies}
    here, maybe, unreceived = of[Lies.HERE], of[Lies.MAYBE], of[Lies.UNRECEIVED]
    elsewhere = {each.uid for each in papers} - here - maybe - unreceived
    unknown = {code for code in pile if code not in by_code}
    assert {each.uid for each in found.missing} == here - on_desk
    assert {each.uid for each in found.misplaced} == elsewhere & on_desk
    assert {each.uid for each in found.right} == (here | maybe) & on_desk
    assert {each.uid for each in found.strangers if each.uid} == unreceived & on_desk
    assert {each.code for each in found.strangers if not each.uid} == unknown
    once = (found.right, found.strangers, found.misplaced)
    assert sum(map(len, once)) + found.twice == len(pile), "each scan stands in one list"


def _dossier(life: Life) -> Dossier:
    told = fold(life.entries, {})
    assert told is not None
    return told


def _lies(life: Life, counter: str = "12") -> tuple[Lies, str]:
    paper = desk_paper(_dossier(life), counter)
    return paper.lies, paper.where


def test_papers_go_from_desk_to_desk() -> None:
    life = Life()
    life.does(received())
    assert _lies(life) == (Lies.HERE, "")
    assert _lies(life, "11") == (Lies.COUNTER, "12")
    life.does(HandedOver("Phòng Kinh tế"))
    assert _lies(life) == (Lies.UNIT, "Phòng Kinh tế")
    life.does(HandedOver("Phòng Kinh tế", back=True))
    assert _lies(life) == (Lies.HERE, "")
    life.does(Finished((ResultPaper("Trích lục"),)), Origin.SERVER)
    assert _lies(life)[0] is Lies.MAYBE, "whether the result came, nobody said yet"
    life.does(ResultTakenIn((ResultPaper("Trích lục"),)))
    assert _lies(life) == (Lies.HERE, "")


def test_what_has_no_paper_is_not_missed() -> None:
    online = Life()
    online.does(received(channel=Channel.ONLINE))
    assert _lies(online)[0] is Lies.MAYBE
    electronic = Life()
    electronic.does(received(delivery=ResultDelivery(ResultWay.ONLINE)))
    electronic.does(ResultTakenIn((ResultPaper("Trích lục"),)))
    assert _lies(electronic)[0] is Lies.MAYBE
    waiting = Life()
    waiting.does(submission())
    assert _lies(waiting)[0] is Lies.UNRECEIVED

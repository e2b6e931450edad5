from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date

import pytest

from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.acts.steps import Printed, PrintProof, SupplementItem
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.officers.officer import OfficerList
from counter_app.papers.fonts import choose_fonts
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.services.printing.letters.making import (
    SUPPLEMENT,
    SUPPLEMENT_RECEIVED,
    last_letter,
    make_letter,
    printed_since_letter,
)
from counter_app.services.printing.receipt_paper import record_printed
from counter_app.services.steps.supplement import LACKING, ask_supplement, receive_supplement
from tests.journeys.paper import words_on
from tests.made import person
from tests.services.conftest import Counter

FORM, NOTICE = "Tờ khai đăng ký khai tử", "Giấy báo tử hoặc giấy tờ thay giấy báo tử"
PRINTED = Printed("receipt", "TT03-2025", 2, PrintProof.OFFICER)
Make = Callable[..., str]


@pytest.fixture
def named(counter: Counter) -> Counter:
    """A counter whose officer stands in the province's list."""
    reference = counter.workplace.reference
    officers = OfficerList("1", (counter.session.officer,))
    workplace = dataclasses.replace(
        counter.workplace, reference=dataclasses.replace(reference, officers=officers)
    )
    return dataclasses.replace(counter, workplace=workplace)


def asked(counter: Counter) -> Dossier:
    papers = (ReceivedPaper(FORM, originals=1), ReceivedPaper(NOTICE, missing=True))
    reception = Reception("1.000656", person(), papers=papers)
    dossier = receive(counter.workplace, counter.session, reception)
    return ask_supplement(
        counter.workplace,
        counter.session,
        dossier.uid,
        (SupplementItem(NOTICE, LACKING), SupplementItem("Ảnh chân dung")),
        guidance="Mang bản chính.",
        contact="Phạm Thị Ví, 02000000014",
        bring_by=date(2026, 11, 30),
    )


def words(counter: Counter, dossier: Dossier, letter: str, *, lost: bool = False) -> str:
    document = make_letter(
        counter.workplace, counter.session, dossier, letter, choose_fonts(), "A5", lost=lost
    )
    assert document.form == letter
    assert document.copies == 2
    return words_on(document.pdf)


def test_mau_02_says_what_is_asked_why_and_whom_to_ask(named: Counter) -> None:
    dossier = asked(named)
    said = words(named, dossier, SUPPLEMENT)
    for part in (
        "YÊU CẦU BỔ SUNG",
        "01/Q12/HDHS",
        "Trần Thị Mẫu",
        NOTICE,
        LACKING,
        "Ảnh chân dung",
        "02000000014",
        "30/11/2026",
        "chưa đủ thành phần",
        "Phạm Thị Ví",
        dossier.code,
    ):
        assert part in said, part
    assert "001184000123" not in said
    assert said.count("Trần Thị Mẫu") == 2, "once on each copy: the citizen doesn't sign it"


def test_what_was_brought_and_the_new_time(named: Counter) -> None:
    dossier = asked(named)
    named.clock.go(days=3)
    after = receive_supplement(
        named.workplace,
        named.session,
        dossier.uid,
        (ReceivedPaper("Ảnh chân dung", photocopies=2),),
        "hẹn mang giấy báo tử",
    )
    assert last_letter(after) == SUPPLEMENT_RECEIVED
    said = words(named, after, SUPPLEMENT_RECEIVED)
    for part in ("Ảnh chân dung", "02", NOTICE, "hẹn mang giấy báo tử", "TIẾP NHẬN BỔ SUNG"):
        assert part in said, part
    assert LACKING not in said
    assert NOTICE in words(named, after, SUPPLEMENT), "the first letter can be printed still"


def test_a_lost_letter_is_a_marked_duplicate(named: Counter) -> None:
    dossier = asked(named)
    assert "BẢN IN LẠI" not in words(named, dossier, SUPPLEMENT)
    assert "BẢN IN LẠI" in words(named, dossier, SUPPLEMENT, lost=True)


def test_what_came_out_before_a_letter_isnt_the_letter(named: Counter) -> None:
    dossier = asked(named)
    assert last_letter(dossier) == SUPPLEMENT
    assert printed_since_letter(dossier) == ()
    document = make_letter(
        named.workplace, named.session, dossier, SUPPLEMENT, choose_fonts(), "A4x2"
    )
    after = record_printed(named.workplace, named.session, dossier, document, PrintProof.SPOOLER)
    assert [each.form for each in printed_since_letter(after)] == [SUPPLEMENT]


def test_without_an_act_there_is_no_letter(named: Counter) -> None:
    dossier = receive(named.workplace, named.session, Reception("1.001193", person()))
    dossier = record(named.workplace, named.session, dossier.uid, PRINTED)
    assert last_letter(dossier) == ""
    with pytest.raises(ValueError, match="supplement"):
        make_letter(named.workplace, named.session, dossier, SUPPLEMENT, choose_fonts())

"""What there is to tell a citizen of follows from how the dossier stands."""

from __future__ import annotations

from datetime import timedelta

from counter_app.desktop.presenters.detail.other_acts import contact, contact_ask, told_about
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.acts.steps import ContactWay, SupplementItem, ToldAbout
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import take_result_in
from counter_app.services.steps.supplement import ask_supplement
from tests.made import person
from tests.services.conftest import Counter


def test_early_ready_waiting_late(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    first = receive(place, session, Reception("1.004884", person()))
    due = first.promise.due_at
    assert due is not None
    assert told_about(first, counter.clock.at) is ToldAbout.OTHER
    assert contact_ask(first, counter.clock.at).prefilled == ""
    assert told_about(first, due + timedelta(hours=1)) is ToldAbout.LATE
    asked = ask_supplement(place, session, first.uid, [SupplementItem("Ảnh")])
    assert told_about(asked, counter.clock.at) is ToldAbout.SUPPLEMENT
    done = take_result_in(place, session, asked, (ResultPaper("Giấy khai sinh"),))
    assert told_about(done, counter.clock.at) is ToldAbout.EARLY_RESULT
    assert "trước hẹn" in contact_ask(done, counter.clock.at).prefilled
    assert told_about(done, due + timedelta(minutes=1)) is ToldAbout.RESULT_READY


def test_the_act_says_what_it_was_about() -> None:
    told = contact(ContactWay.SMS, " Mời  đến ", ToldAbout.RESULT_READY, reached=True)
    assert told is not None
    assert (told.text, told.about) == ("Mời đến", ToldAbout.RESULT_READY)
    assert contact(ContactWay.SMS, " ", ToldAbout.OTHER, reached=True) is None

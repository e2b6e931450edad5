"""The log: everything once, newest first, by filters, with numbers masked."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import ContactWay, Corrected, Told
from counter_app.domain.dossiers.correction import changes_between
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.services.inspecting.log import (
    GROUPS,
    Group,
    LogLine,
    LogQuestion,
    log,
    officers,
)
from counter_app.services.inspecting.views import record_view
from tests.made import person
from tests.services.conftest import Counter


@pytest.fixture
def session(counter: Counter) -> Session:
    """Whoever may see the log."""
    return Session(dataclasses.replace(counter.session.officer, roles=tuple(Role)), "online")


def ask(counter: Counter, session: Session, **wanted: object) -> tuple[LogLine, ...]:
    today = counter.clock.at.date()
    question = LogQuestion(today - timedelta(days=30), today, **wanted)  # type: ignore[arg-type]
    return log(counter.workplace, session, question).lines


def a_day(counter: Counter) -> tuple[str, str]:
    """Receive twice, tell once, look once; return both codes."""
    place, session = counter.workplace, counter.session
    first = receive(place, session, Reception("1.001193", person()))
    second = receive(place, session, Reception("1.001193", person("Lê Văn Thử", "001090000789")))
    said = Told(ContactWay.PHONE, "đã gọi số 0900000456, thẻ 001184000123")
    record(place, session, first.uid, said)
    record_view(place, session, first.shown_code)
    return first.shown_code, second.shown_code


def test_every_kind_has_its_group() -> None:
    assert GROUPS.keys() == set(Kind)
    assert set(GROUPS.values()) == set(Group)


def test_newest_first_with_both_sides_masked(counter: Counter, session: Session) -> None:
    first, second = a_day(counter)
    lines = ask(counter, session)
    assert [line.kind for line in lines] == [Kind.VIEWED, Kind.TOLD, Kind.RECEIVED, Kind.RECEIVED]
    assert [line.code for line in lines] == [first, first, second, first]
    told = lines[1]
    assert "0900••••0456, thẻ 0011••••0123" in told.detail
    assert (told.officer, told.counter, told.state) == ("cb-01", "12", State.PENDING)
    assert lines[0].dossier == lines[3].dossier, "a look leads to what was looked at"


def test_filters(counter: Counter, session: Session) -> None:
    first, second = a_day(counter)
    assert [line.kind for line in ask(counter, session, group=Group.SEEN)] == [Kind.VIEWED]
    assert len(ask(counter, session, group=Group.DONE)) == 3
    assert ask(counter, session, group=Group.MONEY) == ()
    assert len(ask(counter, session, officer="cb-01")) == 4
    assert ask(counter, session, officer="cb-99") == ()
    assert {line.code for line in ask(counter, session, code=first)} == {first}
    assert len(ask(counter, session, code=first)) == 3, "the look at it is there, too"
    assert len(ask(counter, session, code=f" {second[-6:].lower()} ")) == 1
    assert ask(counter, session, code="%") == ()
    counter.clock.go(days=31)
    assert ask(counter, session) == ()


def test_pages_go_on_behind_each_other(counter: Counter, session: Session) -> None:
    a_day(counter)
    today = counter.clock.at.date()
    question, before, found = LogQuestion(today, today), None, []
    for _ in range(4):
        page = log(counter.workplace, session, question, before, limit=1)
        found += page.lines
        before = page.before
    assert before is None
    assert found == list(ask(counter, session))


def test_a_correction_shows_both_values(counter: Counter, session: Session) -> None:
    dossier = receive(counter.workplace, counter.session, Reception("1.001193", person()))
    applicant = dossier.received.applicant
    identity = dataclasses.replace(applicant.identity, number="001184000999")
    after = dataclasses.replace(
        dossier.received,
        applicant=dataclasses.replace(applicant, name="Trần Thị Mẫn", identity=identity),
    )
    body = Corrected("gõ nhầm", changes_between(dossier.received, after))
    record(counter.workplace, counter.session, dossier.uid, body)
    (line,) = ask(counter, session, group=Group.CHANGED)
    shown = {(each.what, each.before, each.after) for each in line.changes}
    assert ("Chủ hồ sơ, Họ tên", "Trần Thị Mẫu", "Trần Thị Mẫn") in shown
    assert ("Chủ hồ sơ, Số", "0011••••0123", "0011••••0999") in shown


def test_what_was_refused_or_replaced_stays_in_the_log(counter: Counter, session: Session) -> None:
    dossier = receive(counter.workplace, counter.session, Reception("1.001193", person()))
    with counter.workplace.store.writing() as tx:
        tx.deliveries.answered(dossier.last_uid, Outcome(State.REFUSED))
    assert [line.state for line in ask(counter, session)] == [State.REFUSED]


def test_who_may_see_it(counter: Counter) -> None:
    a_day(counter)
    with pytest.raises(NotPermittedError):
        ask(counter, counter.session)  # reception sees no logs
    admin = Session(Officer("qt", "Đặng Thị Thử", roles=(Role.ADMIN,)), "online")
    lines = ask(counter, admin)
    assert [line.title for line in lines][:2] == ["Xem hồ sơ", "Báo công dân"]
    assert not any(line.detail or line.applicant for line in lines), "an admin sees no bodies"


def test_officers_by_name(counter: Counter) -> None:
    names = [name for _, name in officers(counter.workplace)]
    assert names == sorted(names)
    assert names

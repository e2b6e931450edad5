from __future__ import annotations

from datetime import timedelta

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.acts.steps import SupplementItem, SupplementRequested, Withdrawn
from counter_app.domain.deadlines.deadline import Due
from counter_app.domain.deadlines.remaining import Standing, remaining
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.dossier_line import Order, Page
from counter_app.domain.dossiers.status import Status
from counter_app.domain.procedures.channels import Channel
from counter_app.services.dossiers.lists import (
    LATER_DAYS,
    ListQuestion,
    Queue,
    channels,
    counts,
    due_before,
    lines,
)
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import return_result, take_result_in
from counter_app.services.dossiers.stepping import record
from tests.made import person, submission
from tests.services.conftest import Counter

BIRTH = "1.001193"


def received(counter: Counter, name: str, due: timedelta = timedelta(days=30)) -> Dossier:
    reception = Reception(BIRTH, person(name), due_by_hand=counter.clock.at + due, due_reason="thử")
    return receive(counter.workplace, counter.session, reception)


def submitted(counter: Counter, channel: Channel) -> str:
    """Let a dossier come by `channel`; return its uid."""
    work, dossier = counter.workplace, counter.workplace.new_id()
    with work.store.writing() as tx:
        moment = work.moment(tx)
        tx.journal.append(
            Kind.SUBMITTED,
            submission(f"G00.99-20261120-{len(channel.value):07}", channel=channel),
            uid=work.new_id(),
            dossier=dossier,
            author=work.author(counter.session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
    return dossier


def names(office: Counter, queue: Queue, typed: str = "", **more: object) -> list[str]:
    page = lines(office.workplace, ListQuestion(queue, typed, **more))  # type: ignore[arg-type]
    return [line.applicant for line in page.lines]


@pytest.fixture
def office(counter: Counter) -> Counter:
    """Return a counter with one dossier in each queue; Friday 10:00."""
    received(counter, "Trễ hẹn", timedelta(minutes=30))
    received(counter, "Trong ngày", timedelta(hours=7))
    received(counter, "Thứ Hai", timedelta(days=3, hours=7))
    received(counter, "Thứ Năm", timedelta(days=6))
    asked = received(counter, "Bổ sung", timedelta(minutes=20))
    ask = SupplementRequested((SupplementItem("Bản sao"),))
    record(counter.workplace, counter.session, asked.uid, ask)
    here = received(counter, "Có kết quả", timedelta(minutes=10))
    take_result_in(counter.workplace, counter.session, here, (ResultPaper("Giấy khai sinh"),))
    gone = received(counter, "Đã rút")
    record(counter.workplace, counter.session, gone.uid, Withdrawn("đổi ý"))
    given = received(counter, "Đã trả")
    given = take_result_in(counter.workplace, counter.session, given, (ResultPaper("Giấy"),))
    return_result(counter.workplace, counter.session, given)
    counter.clock.go(hours=1)
    return counter


def test_only_what_waits_to_be_received_says_how_it_came(office: Counter) -> None:
    for channel in (Channel.ONLINE, Channel.POST):
        submitted(office, channel)
    page = lines(office.workplace, ListQuestion(Queue.ALL))
    came = channels(office.workplace, page.lines)
    new = {line.uid for line in page.lines if line.status is Status.NEW}
    assert came.keys() == new
    assert sorted(each.value for each in came.values()) == ["online", "post"]
    assert channels(office.workplace, ()) == {}


def test_each_queue_shows_its_dossiers_due_first(office: Counter) -> None:
    assert names(office, Queue.OPEN) == [
        "Có kết quả",
        "Bổ sung",
        "Trễ hẹn",
        "Trong ngày",
        "Thứ Hai",
        "Thứ Năm",
    ]
    assert names(office, Queue.NEW) == []
    assert names(office, Queue.IN_PROGRESS) == ["Trễ hẹn", "Trong ngày", "Thứ Hai", "Thứ Năm"]
    assert names(office, Queue.WAITING_SUPPLEMENT) == ["Bổ sung"]
    assert names(office, Queue.WAITING_RETURN) == ["Có kết quả"]
    assert names(office, Queue.OVERDUE) == ["Trễ hẹn"]
    assert names(office, Queue.DUE_SOON) == ["Trong ngày", "Thứ Hai"]
    assert names(office, Queue.DUE_SOON, soon_days=LATER_DAYS) == [
        "Trong ngày",
        "Thứ Hai",
        "Thứ Năm",
    ]
    assert names(office, Queue.ALL)[:3] == ["Đã trả", "Đã rút", "Có kết quả"]
    assert len(names(office, Queue.UNSENT)) == 8


def test_counts_agree_with_the_lists(office: Counter) -> None:
    found = counts(office.workplace)
    for queue in Queue:
        if queue is not Queue.ALL:
            assert found.of(queue) == len(names(office, queue)), queue
    assert found.of(Queue.ALL) is None
    assert found.later == len(names(office, Queue.DUE_SOON, soon_days=LATER_DAYS))
    elsewhere = counts(office.workplace, counter="99")
    assert (elsewhere.open, elsewhere.overdue, elsewhere.unsent) == (0, 0, 8)


def test_what_is_soon_due_is_what_its_colour_says(office: Counter) -> None:
    """The list of soon due dossiers and the words of each line come from one rule."""
    reference = office.workplace.reference
    now = office.clock.at
    for line in lines(office.workplace, ListQuestion(Queue.IN_PROGRESS)).lines:
        left = remaining(
            now, Due(line.due_at, "hand", "1"), reference.calendar, reference.policy.hours
        )
        soon = line.applicant in names(office, Queue.DUE_SOON)
        assert soon == (left.standing is Standing.SOON), line.applicant


def test_the_day_off_of_november_is_no_working_day(counter: Counter) -> None:
    """24/11/2026, a Tuesday, is off: from Friday 20/11 three working days end on Thursday 26/11."""
    found = due_before(counter.workplace, counter.clock.at, 3)
    assert f"{found:%d/%m/%Y %H:%M}" == "27/11/2026 00:00"


def test_pages_follow_each_other(office: Counter) -> None:
    for order in Order:
        for queue in (Queue.OPEN, Queue.ALL):
            question = ListQuestion(queue, order=order)
            whole = lines(office.workplace, question).lines
            found, after = list[object](), None
            while True:
                page = lines(office.workplace, question, after, limit=2)
                found += page.lines
                after = page.after
                if after is None:
                    break
            assert tuple(found) == whole
    question = ListQuestion(Queue.ALL, "thu")
    first = lines(office.workplace, question, limit=1)
    second = lines(office.workplace, question, first.after, limit=1)
    assert [each.lines[0].applicant for each in (first, second)] == ["Thứ Năm", "Thứ Hai"]
    assert second.after is None


def test_words_narrow_every_queue(office: Counter) -> None:
    assert names(office, Queue.OPEN, "thu") == ["Thứ Hai", "Thứ Năm"]
    assert names(office, Queue.OVERDUE, "thu") == []
    assert names(office, Queue.ALL, "da tra") == ["Đã trả"]
    assert names(office, Queue.UNSENT, "rut da") == ["Đã rút"]
    assert names(office, Queue.ALL, "khong co ai") == []
    assert names(office, Queue.OPEN, "khong co ai") == []


def test_a_whole_code_finds_its_dossier_in_any_queue(office: Counter) -> None:
    (line,) = lines(office.workplace, ListQuestion(Queue.ALL, "da rut")).lines
    for queue in Queue:
        page = lines(office.workplace, ListQuestion(queue, f"*{line.code}\r", days=0))
        assert page == Page((line,))


def test_days_hide_old_ones_but_never_a_late_one(office: Counter) -> None:
    office.clock.go(days=40)
    received(office, "Hôm nay")
    assert names(office, Queue.OPEN, days=30) == ["Hôm nay"]
    assert names(office, Queue.ALL, days=30) == ["Hôm nay"]
    assert names(office, Queue.ALL, "hom", days=0) == ["Hôm nay"]
    assert names(office, Queue.ALL, "thu", days=30) == []
    late = ["Trễ hẹn", "Trong ngày", "Thứ Hai", "Thứ Năm"]
    assert names(office, Queue.OVERDUE, days=30) == late
    found = counts(office.workplace, days=30)
    assert (found.open, found.in_progress, found.overdue, found.unsent) == (1, 1, 4, 9)


def test_another_counter_has_none(office: Counter) -> None:
    place = office.workplace.enrolment.counter
    for queue in (Queue.OPEN, Queue.ALL):
        assert names(office, queue, counter="99") == []
        assert names(office, queue, counter=place) == names(office, queue)
    assert names(office, Queue.ALL, "da tra", counter="99") == []

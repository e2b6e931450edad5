"""What came online is received once, with a number of ours, and both codes lead to it."""

from __future__ import annotations

import pytest

from counter_app.domain.dossiers.status import Status
from counter_app.domain.errors.work import DossierUnknownError, FalseStepError
from counter_app.domain.procedures.channels import Channel
from counter_app.services.dossiers.lists import ListQuestion, Queue, lines
from counter_app.services.dossiers.stepping import find
from counter_app.services.intake.accepting import (
    accept,
    acceptance_plan,
    compare_originals,
    wished_reception,
)
from counter_app.services.steps.closing import refuse
from tests.services.conftest import Counter
from tests.services.intake.online import PAPERS, PORTAL, submitted


def _waiting(counter: Counter) -> list[str]:
    return [each.uid for each in lines(counter.workplace, ListQuestion(Queue.NEW)).lines]


@pytest.mark.parametrize("channel", [Channel.ONLINE, Channel.POST])
def test_accepted_with_a_number_of_ours(counter: Counter, channel: Channel) -> None:
    came = submitted(counter, channel=channel)
    assert (came.status, came.shown_code) == (Status.NEW, PORTAL)
    assert _waiting(counter) == [came.uid]
    planned = acceptance_plan(counter.workplace, wished_reception(came))
    after = accept(counter.workplace, counter.session, came.uid, wished_reception(came))
    assert after.status is Status.RECEIVED
    assert after.received.channel is channel
    assert after.promise == planned.promise
    assert after.received.serial == 1
    assert after.shown_code.startswith("H26.")
    assert after.received.delivery == came.received.delivery, "as the citizen wished"
    assert _waiting(counter) == []
    for code in (PORTAL, after.shown_code):
        assert find(counter.workplace, code).uid == came.uid


def test_the_second_is_told(counter: Counter) -> None:
    came = submitted(counter)
    wish = wished_reception(came)
    accept(counter.workplace, counter.session, came.uid, wish)
    with pytest.raises(FalseStepError) as caught:
        accept(counter.workplace, counter.session, came.uid, wish)
    assert caught.value.problems[0].code == "step_already_received"
    with pytest.raises(DossierUnknownError):
        accept(counter.workplace, counter.session, counter.workplace.new_id(), wish)


def test_no_number_is_lost_by_a_reception_that_cannot_be(counter: Counter) -> None:
    first, second = submitted(counter), submitted(counter, "G00.99-20261120-0000018")
    refuse(counter.workplace, counter.session, first.uid, "không thuộc thẩm quyền")
    with pytest.raises(FalseStepError):
        accept(counter.workplace, counter.session, first.uid, wished_reception(first))
    after = accept(counter.workplace, counter.session, second.uid, wished_reception(second))
    assert after.shown_code.endswith("-0001")


def test_compared_with_the_originals(counter: Counter) -> None:
    came = submitted(counter)
    names = [each.name for each in PAPERS]
    after = compare_originals(
        counter.workplace, counter.session, came.uid, names, names[1:], "năm sinh khác"
    )
    assert after.compared[-1].differing == (names[1],)
    assert after.status is Status.NEW
    with pytest.raises(FalseStepError) as caught:
        compare_originals(counter.workplace, counter.session, came.uid, [])
    assert caught.value.problems[0].code == "compare_nothing"

"""Only a supervisor decides of what the server took away too much of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.acts.audit import DeletionsDecided
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.officers.roles import Role
from counter_app.services.answers import deletions
from counter_app.services.answers.deletions import Decided, decide_deletions, held_deletions
from counter_app.services.counter.data_state import data_state
from counter_app.services.inspecting.log import LogQuestion, log
from tests.services.answers.held import WHY, held, supervising
from tests.services.conftest import Counter


def decisions(counter: Counter) -> list[DeletionsDecided]:
    with counter.workplace.store.reading() as tx:
        found = (tx.journal.get(entry.uid) for _, entry, _ in tx.journal.since(0, 100))
        bodies = [each.body for each in found if each is not None]
    return [body for body in bodies if isinstance(body, DeletionsDecided)]


@pytest.mark.parametrize("hide", [True, False])
def test_a_supervisor_decides_and_it_is_an_entry(
    counter: Counter, monkeypatch: pytest.MonkeyPatch, hide: bool
) -> None:
    monkeypatch.setattr(deletions, "_CODES", 2)
    place, uids = counter.workplace, held(counter, 3)
    found = held_deletions(place, counter.session)
    assert (found.count, found.reasons) == (3, (WHY,))
    assert {each.uid for each in found.dossiers} == set(uids)
    state = data_state(place)
    assert (state.held_deletions, state.held_since) == (3, place.clock.now().at)
    with pytest.raises(NotPermittedError):
        decide_deletions(place, counter.session, hide=hide)
    boss = supervising(counter.session)
    assert decide_deletions(place, boss, hide=hide, seen=2) == Decided(0, hide, 3)
    assert not decisions(counter), "one more came than was seen"
    assert decide_deletions(place, boss, hide=hide, seen=3) == Decided(3, hide)
    assert decide_deletions(place, boss, hide=hide) == Decided(0, hide)
    told = decisions(counter)
    assert {code for each in told for code in each.codes} == {e.code for e in found.dossiers}
    assert [(each.hidden, len(each.codes)) for each in told] == [(hide, 2), (hide, 1)]
    assert (held_deletions(place).count, data_state(place).held_deletions) == (0, 0)
    with place.store.reading() as tx:
        assert [tx.dossiers.get(uid) is None for uid in uids] == [hide] * 3
    today = place.clock.now().at.date()
    lines = log(place, boss, LogQuestion(today, today)).lines
    assert sum("máy chủ báo bỏ" in line.title for line in lines) == 2
    assert place.store.verify().is_whole
    assert place.store.rebuild().was_equal


def test_what_waits_for_an_answer_stays(counter: Counter) -> None:
    held(counter, answered=False)
    assert held_deletions(counter.workplace).dossiers[0].busy
    decided = decide_deletions(counter.workplace, supervising(counter.session), hide=True)
    assert decided == Decided(0, hidden=True, left=1)
    assert held_deletions(counter.workplace).count == 1


def test_names_only_for_who_may_see_them(counter: Counter) -> None:
    held(counter)
    place, session = counter.workplace, counter.session
    nobody = replace(session, officer=replace(session.officer, roles=(Role.ADMIN,)))
    for who, name in ((session, "Trần Thị Mẫu"), (nobody, ""), (None, "")):
        assert held_deletions(place, who).dossiers[0].applicant == name

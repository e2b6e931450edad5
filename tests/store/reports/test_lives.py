"""Lives follow the journal in bites, say what the dossiers say, and can be counted anew."""

from __future__ import annotations

from counter_app.domain.acts.results import ResultPaper, ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.acts.steps import HandedOver, Refused, SupplementItem, SupplementRequested
from counter_app.domain.people.person import Person
from counter_app.domain.reports.life import Ended, Pace
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.store.reports.lives import Followed
from tests.services.conftest import Counter, open_counter  # noqa: F401 (a fixture)
from tests.services.conftest import counter as counter  # noqa: PLC0414 (a fixture)
from tests.services.conftest import new_store as new_store  # noqa: PLC0414 (a fixture)

PERSON = Person("Trần Thị Mẫu")


def work(counter: Counter) -> list[str]:
    place, uids = counter.workplace, []
    for _ in range(3):
        uid = place.new_id()
        receive(place, counter.session, Reception("1.001193", PERSON), uid)
        uids.append(uid)
        counter.clock.go(minutes=10)
    record(place, counter.session, uids[0], HandedOver("Phòng Mẫu"))
    record(place, counter.session, uids[0], ResultTakenIn((ResultPaper("Giấy khai sinh"),)))
    record(
        place,
        counter.session,
        uids[0],
        Returned(PERSON, (ResultPaper("Giấy khai sinh"),), ReturnBasis.RECEIPT, "Phạm Thị Ví"),
    )
    record(place, counter.session, uids[1], SupplementRequested((SupplementItem("Đơn"),)))
    record(place, counter.session, uids[2], Refused("không thuộc thẩm quyền"))
    return uids


def test_lives_say_what_became_of_the_dossiers(counter: Counter) -> None:
    uids = work(counter)
    store = counter.workplace.store
    with store.writing() as tx:
        assert tx.lives.of(uids) == ()
        while not tx.lives.follow(2).is_whole:
            pass
    with store.reading() as tx:
        returned, waiting, refused = tx.lives.of(uids)
        dossiers = [tx.dossiers.get(uid) for uid in uids]
        assert tx.lives.heard() == {"12": max(each.steps[-1].at for each in dossiers if each)}
        assert tx.lives.purged(counter.clock.at.date(), counter.clock.at.date()) == 0
    for life, dossier in zip((returned, waiting, refused), dossiers, strict=True):
        assert dossier is not None
        assert life.counts
        assert life.received_at == dossier.received.received_at
        assert life.due_at == dossier.promise.due_at
        assert life.finished_at == dossier.finished_at
        assert life.returned_at == dossier.returned_at
        assert (life.counter, life.officer) == ("12", "cb-01")
    assert (returned.ended, returned.pace) == (Ended.RETURNED, Pace.ON_TIME)
    assert returned.handed_at
    assert returned.result_in_at == returned.finished_at
    assert (waiting.ended, waiting.pace, waiting.supplements) == (Ended.OPEN, None, 1)
    assert (refused.ended, refused.pace) == (Ended.REFUSED, Pace.ON_TIME)


def test_they_follow_on_and_can_be_counted_anew(counter: Counter) -> None:
    uids = work(counter)
    store = counter.workplace.store
    with store.writing() as tx:
        stand = tx.lives.follow()
        assert stand.is_whole
        assert tx.lives.follow() == stand
    record(counter.workplace, counter.session, uids[1], Refused("quá hạn bổ sung"))
    with store.writing() as tx:
        assert not tx.lives.followed().is_whole
        tx.lives.follow()
        (life,) = tx.lives.of(uids[1:2])
        assert life.ended is Ended.REFUSED
        before = sorted(tx.lives.every(), key=lambda each: each.dossier)
        tx.lives.forget()
        assert tx.lives.followed() == Followed(0, stand.last + 1)
        tx.lives.follow(10_000)
        assert sorted(tx.lives.every(), key=lambda each: each.dossier) == before
    store.rebuild()
    with store.reading() as tx:
        assert tx.lives.followed().position == 0


def test_a_long_journal_is_read_dossier_by_dossier_and_goes_on_after_a_stop(
    counter: Counter,
) -> None:
    uids = work(counter)
    store, stands = counter.workplace.store, []
    with store.writing() as tx:
        stands.append(tx.lives.follow(5))
        assert len(list(tx.lives.every())) == 1
    for _ in range(10):  # as many transactions, as after as many stops
        with store.writing() as tx:
            stands.append(tx.lives.follow(5))
        if stands[-1].is_whole:
            break
    positions = [stand.position for stand in stands]
    assert positions == sorted(positions)
    assert stands[-1].is_whole
    with store.writing() as tx:
        filled = tx.lives.of(uids)
        assert tx.lives.heard().keys() == {"12"}
        tx.lives.forget()
        assert tx.lives.follow().is_whole
        assert tx.lives.of(uids) == filled
    record(counter.workplace, counter.session, uids[1], Refused("quá hạn bổ sung"))
    with store.writing() as tx:
        assert tx.lives.follow(5).is_whole

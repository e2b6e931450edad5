from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from counter_app.domain.acts.audit import LoggedIn
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import HandedOver, Printed, PrintProof
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.store.views.lists import DossierFilter

PRINTED = Printed("mau-01", "TT03-2025", 2, PrintProof.SPOOLER)


def three_dossiers(office: Any) -> dict[str, list[str]]:
    """Three dossiers of two entries each, interleaved; return the entries' uids by dossier."""
    dossiers = [office.register() for _ in range(3)]
    for uid in dossiers:
        office.act(PRINTED, uid)
    with office.store.reading() as tx:
        return {uid: [told.entry.uid for told in tx.dossiers.timeline(uid)] for uid in dossiers}


def send(office: Any, *uids: str) -> None:
    with office.store.writing() as tx:
        tx.deliveries.mark_in_flight(uids)


def put_back(office: Any, uid: str, state: State, **how: Any) -> None:
    with office.store.writing() as tx:
        tx.deliveries.put_back([uid], state, **how)


def test_what_waits_goes_out_in_the_order_of_the_chain(office: Any) -> None:
    entries = three_dossiers(office)
    firsts, seconds = zip(*entries.values(), strict=True)
    assert office.waiting() == [*firsts, *seconds]
    assert office.waiting(limit=2) == list(firsts[:2])


def test_the_bytes_go_out_as_they_were_written(office: Any) -> None:
    office.register()
    with office.store.reading() as tx:
        (outgoing,) = tx.deliveries.waiting(office.now)
        assert outgoing.data == tx.journal.data(outgoing.entry.uid)
        assert outgoing.attempts == 0
    send(office, outgoing.entry.uid)
    put_back(office, outgoing.entry.uid, State.UNKNOWN)
    with office.store.reading() as tx:
        (again,) = tx.deliveries.waiting(office.now)
        assert again.attempts == 1
        assert again.entry == outgoing.entry


def test_a_batch_has_a_size_but_never_none(office: Any) -> None:
    entries = three_dossiers(office)
    firsts = [uids[0] for uids in entries.values()]
    assert office.waiting(max_bytes=1) == firsts[:1]
    with office.store.reading() as tx:
        size = len(tx.journal.data(firsts[0]))
    assert office.waiting(max_bytes=2 * size + 20) == firsts[:2]


def test_what_is_in_flight_holds_back_its_dossier_only(office: Any) -> None:
    one, two, three = three_dossiers(office).values()
    send(office, one[0])
    assert office.waiting() == [two[0], three[0], two[1], three[1]]
    put_back(office, one[0], State.PENDING, next_try_at=office.now + timedelta(minutes=5))
    assert office.waiting() == [two[0], three[0], two[1], three[1]]
    office.now -= timedelta(hours=5)  # a clock that was set back orders nobody to wait
    assert len(office.waiting()) == 6
    office.now += timedelta(hours=5, minutes=5)
    assert len(office.waiting()) == 6


@pytest.mark.parametrize("state", [State.REFUSED, State.CONFLICT])
def test_a_bad_entry_never_blocks_another_dossier(office: Any, state: State) -> None:
    one, two, three = three_dossiers(office).values()
    office.answer(one[0], state)
    assert office.waiting() == [two[0], three[0], two[1], three[1]]
    office.answer(one[0], State.SUPERSEDED)
    assert one[1] in office.waiting()


def test_a_quarantined_entry_waits_for_an_officer_and_can_be_sent_again(office: Any) -> None:
    one, *_ = three_dossiers(office).values()
    put_back(office, one[0], State.QUARANTINED, problem="wire.undecodable")
    assert not set(one) & set(office.waiting())
    with office.store.reading() as tx:
        counts = tx.deliveries.counts()
        (line,) = [each for each in tx.deliveries.listing() if each.state is State.QUARANTINED]
    assert (counts.quarantined, counts.in_need, counts.to_send) == (1, 1, 5)
    assert counts.oldest_in_need is not None
    assert line.problem == "wire.undecodable"
    assert (line.kind, line.applicant) == (Kind.RECEIVED, "Nguyễn Thị Mẫu")
    put_back(office, one[0], State.PENDING)
    assert office.waiting()[0] == one[0]


def test_acts_without_a_dossier_don_t_wait_for_each_other(office: Any) -> None:
    first = office.act(LoggedIn("Lê Văn Mẫu")).entry.uid
    second = office.act(LoggedIn("Trần Thị Mẫu")).entry.uid
    send(office, first)
    assert office.waiting() == [second]


def test_acts_on_an_unknown_code_keep_their_order(office: Any) -> None:
    first = office.act(PRINTED, code="H00.15-250718-0777").entry.uid
    second = office.act(PRINTED, code="H00.15-250718-0777").entry.uid
    other = office.act(PRINTED, code="H00.15-250718-0778").entry.uid
    send(office, first)
    assert office.waiting() == [other]
    put_back(office, first, State.UNKNOWN)
    assert office.waiting() == [first, second, other]


def test_an_answer_is_kept_and_the_dossier_shows_it(office: Any) -> None:
    uid = office.register()
    (entry,) = office.waiting()
    with office.store.writing() as tx:
        assert tx.deliveries.answered(entry, Outcome(State.ACCEPTED, 3, ("late",)), "proof")
    dossier = office.get(uid)
    assert (dossier.version, dossier.flags, dossier.waiting) == (3, ("late",), 0)
    assert office.waiting() == []
    assert not office.answer(entry, State.REFUSED)  # old news
    put_back(office, entry, State.PENDING)
    assert office.waiting() == []
    assert office.get(uid).version == 3


def test_a_refused_step_needs_an_officer_and_holds_what_follows(office: Any) -> None:
    uid = office.register()
    refused = office.act(HandedOver("Phòng Tư pháp"), uid).entry.uid
    held = office.act(PRINTED, uid).entry.uid
    office.answer(refused, State.REFUSED)
    dossier = office.get(uid)
    assert (dossier.attention, dossier.held) == ((refused,), (held,))
    with office.store.reading() as tx:
        (line,) = tx.lists.page(DossierFilter(attention=True)).lines
        assert line.attention == 1


def test_at_the_start_what_was_in_flight_is_unknown(office: Any) -> None:
    entries = three_dossiers(office)
    one = next(iter(entries.values()))[0]
    send(office, one)
    with office.store.writing() as tx:
        assert tx.deliveries.in_flight_to_unknown() == 1
        assert tx.deliveries.counts().unknown == 1
        assert tx.deliveries.counts().oldest is not None
    assert office.waiting()[0] == one


def test_an_accepted_entry_isn_t_sent_again_by_mistake(office: Any) -> None:
    office.register()
    (entry,) = office.waiting()
    office.answer(entry)
    send(office, entry)
    with office.store.reading() as tx:
        assert tx.deliveries.counts().in_flight == 0


@pytest.mark.parametrize("state", [State.ACCEPTED, State.SUPERSEDED, State.REFUSED])
def test_an_answer_is_no_way_back(office: Any, state: State) -> None:
    office.register()
    (entry,) = office.waiting()
    with pytest.raises(ValueError, match="no way back"):
        put_back(office, entry, state)


def test_an_unknown_uid_is_a_bug(office: Any) -> None:
    for wrong in (lambda: office.answer("x"), lambda: put_back(office, "x", State.PENDING)):
        with pytest.raises(KeyError):
            wrong()


def test_a_long_queue_is_read_in_steps(office: Any) -> None:
    uids = []
    for _ in range(3):
        uid = office.register()
        uids.append(uid)
    with office.store.writing() as tx:
        for number in range(1100):
            tx.journal.append(
                Kind.LOGGED_IN,
                LoggedIn(f"Mẫu {number}"),
                uid=office.new_id(),
                author=Author("o1", "online", "q"),
                occurred_at=office.now,
                clock_quality=ClockQuality.LOCAL,
            )
    queue = office.waiting(limit=2000)
    assert len(queue) == 1103
    later = office.now + timedelta(hours=1)
    with office.store.writing() as tx:
        tx.deliveries.put_back(queue[:1000], State.PENDING, later)
    assert office.waiting() == queue[1000:1050]

"""Letters in one go, by a real store: prepared, signed, recorded once; what stands against them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.results import ResultPaper, ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.acts.steps import (
    ApologySent,
    SupplementItem,
    SupplementRequested,
)
from counter_app.domain.dates import paper_date, written_date
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.keeping.letters import (
    LettersGoneError,
    LettersHeldError,
    LettersPendingError,
)
from counter_app.domain.errors.work import ClockDoubtfulError, FalseStepError
from counter_app.domain.text import clean
from counter_app.papers.fonts import choose_fonts
from counter_app.services.apologising.batch import Batch, Wish, pending, prepare
from counter_app.services.apologising.letters import make_letters
from counter_app.services.apologising.recording import record_batch, void_letters, waiting
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.services.late.standing import LateDossier, late_stand
from counter_app.services.printing.letters.making import APOLOGY, make_letter
from counter_app.services.steps.timing import apologise
from tests.journeys.paper import words_on
from tests.made import person
from tests.services.conftest import Counter

BIRTH, BURIAL = "1.001193", "1.001731"


def received(counter: Counter, count: int = 3) -> list[Dossier]:
    place, session = counter.workplace, counter.session
    names = ("Trần Thị Mẫu", "Lê Văn Thử", "Hoàng Thị Giả Định")
    return [receive(place, session, Reception(BIRTH, person(names[at]))) for at in range(count)]


@pytest.fixture
def late(counter: Counter) -> list[Dossier]:
    """Three dossiers, two weeks old: late."""
    found = received(counter)
    counter.clock.go(days=14)
    return found


def wish(each: LateDossier, reason: str = "Chờ kết quả xác minh") -> Wish:
    return Wish(each.line.uid, reason, each.expected, each.line.due_at, each.letters)


def wishes(counter: Counter) -> list[Wish]:
    return [wish(each) for each in late_stand(counter.workplace).without]


def prepared(counter: Counter, signer: str = "Nguyễn Văn Dụ") -> Batch:
    return prepare(counter.workplace, counter.session, wishes(counter), signer)


def steps(counter: Counter, uid: str) -> list[Kind]:
    with counter.workplace.store.reading() as tx:
        found = tx.dossiers.get(uid)
    assert found is not None
    return [step.kind for step in found.steps]


def codes(held: LettersHeldError) -> dict[str, str]:
    return {each.uid: each.problem.code for each in held.held}


def test_prepared_signed_recorded(
    counter: Counter, late: list[Dossier], open_counter: Callable[..., Counter]
) -> None:
    place, session = counter.workplace, counter.session
    batch = prepared(counter)
    assert [each.number for each in batch.letters] == ["01/Q12", "02/Q12", "03/Q12"]
    assert all(Kind.APOLOGY_SENT not in steps(counter, each.uid) for each in late)
    fonts = choose_fonts()
    document = make_letters(place, session, batch, fonts)
    pages = pages_of(document.pdf)
    assert len(pages) == 3, "one paper for each letter, with both copies on it"
    for page, letter in zip(pages, batch.letters, strict=True):
        assert letter.expected_on is not None
        for part in (letter.code, f"{letter.number}/PXL", "Nguyễn Văn Dụ", "Chờ kết quả xác minh",
                     paper_date(letter.expected_on), written_date(batch.at.date())):  # fmt: skip
            assert part in page
        assert session.officer.name not in page
    clock = counter.clock.at
    again = open_counter()  # the program ends and begins anew while the head hasn't signed
    again.clock.at = clock + timedelta(days=1)
    place = again.workplace
    assert pending(place) == batch
    reprint = make_letters(place, session, batch, fonts)
    assert [each.split(batch.letters[0].code)[0] for each in pages_of(reprint.pdf)[:1]] == [
        pages[0].split(batch.letters[0].code)[0]
    ]
    assert pending(place) == batch, "printing again takes no number"
    written = record_batch(place, session, batch.id)
    assert [each.uid for each in written] == [each.uid for each in batch.letters]
    assert pending(place) is None
    with pytest.raises(LettersGoneError):
        record_batch(place, session, batch.id)
    for dossier in written:
        assert (dossier.apologies, dossier.promise) == (1, late[0].promise)
        assert steps(again, dossier.uid)[-2:] == [Kind.APOLOGY_SENT, Kind.PRINTED]
    stand = late_stand(place)
    assert (len(stand.late), stand.without) == (3, ())
    # The letter from the dossier's page is the paper that was signed: its day isn't today's.
    single = words_on(make_letter(place, session, written[0], APOLOGY, fonts).pdf)
    assert written_date(batch.at.date()) in single.replace("\u00a0", " ")


def test_another_batch_waits_for_the_first(counter: Counter, late: list[Dossier]) -> None:
    batch = prepared(counter)
    with pytest.raises(LettersPendingError) as failed:
        prepared(counter)
    assert failed.value.facts == {"first": "01/Q12", "last": "03/Q12"}
    assert pending(counter.workplace) == batch


def test_what_is_wrong_is_said_of_each_and_no_number_is_taken(
    counter: Counter, late: list[Dossier]
) -> None:
    place, session = counter.workplace, counter.session
    mine, elsewhere, returned = wishes(counter)
    apologise(place, session, elsewhere.uid, "Quá tải")
    give_back(counter, returned.uid)
    with pytest.raises(LettersHeldError) as failed:
        prepare(place, session, [replace(mine, reason=" "), elsewhere, returned])
    assert codes(failed.value) == {
        mine.uid: "step_no_reason",
        elsewhere.uid: "late_letter_elsewhere",
        returned.uid: "step_apology_sent_impossible",
    }
    assert pending(place) is None
    today = counter.clock.at.date()
    for changed, code in (
        (replace(mine, expected_on=today - timedelta(days=1)), "late_expected_past"),
        (replace(mine, expected_on=None), "late_expected_missing"),
        (replace(mine, due_at=counter.clock.at), "late_due_moved"),
    ):
        with pytest.raises(LettersHeldError) as failed:
            prepare(place, session, [changed])
        assert codes(failed.value) == {mine.uid: code}
    with pytest.raises(LettersHeldError) as failed:
        prepare(place, session, [])
    assert codes(failed.value) == {"": "late_nothing"}
    assert prepare(place, session, [mine]).letters[0].number == "02/Q12", "after the single one"


def test_recording_stops_whole_when_one_was_returned_meanwhile(
    counter: Counter, late: list[Dossier]
) -> None:
    place, session = counter.workplace, counter.session
    batch = prepared(counter)
    gone, paused, good = (each.uid for each in batch.letters)
    give_back(counter, gone)
    record(place, session, paused, SupplementRequested((SupplementItem("Đơn"),)))
    with pytest.raises(LettersHeldError) as failed:
        record_batch(place, session, batch.id)
    expected = {gone: "step_apology_sent_impossible", paused: "late_paused"}
    assert codes(failed.value) == expected
    waits = waiting(place)
    assert waits is not None
    assert {each.uid: each.problem.code for each in waits.held} == expected
    assert [line.code for line in waits.lines if line] == [each.code for each in batch.letters]
    assert Kind.APOLOGY_SENT not in steps(counter, good), "nothing half done"
    assert pending(place) == batch
    with pytest.raises(FalseStepError):
        record_batch(place, session, batch.id, [gone, paused], " ")
    with pytest.raises(LettersHeldError):
        record_batch(place, session, batch.id, [gone], "đã trả")
    (written,) = record_batch(place, session, batch.id, [gone, paused], "đã trả, đang bổ sung")
    assert written.uid == good
    with place.store.reading() as tx:
        void = void_letters(tx)
        (letter,) = (
            told.body for told in tx.dossiers.timeline(good) if isinstance(told.body, ApologySent)
        )
    assert [(each.number, each.reason) for each in void] == [
        ("01/Q12", "đã trả, đang bổ sung"),
        ("02/Q12", "đã trả, đang bổ sung"),
    ]
    assert letter.number == "03/Q12", "a number on a paper is never given again"


def test_a_whole_batch_is_given_up(counter: Counter, late: list[Dossier]) -> None:
    batch = prepared(counter)
    place, session = counter.workplace, counter.session
    uids = [each.uid for each in late]
    assert record_batch(place, session, batch.id, uids, "ký lại") == ()
    assert pending(place) is None
    assert prepared(counter).letters[0].number == "04/Q12"


def test_the_clock_set_back_is_said(counter: Counter, late: list[Dossier]) -> None:
    batch = prepared(counter)
    counter.clock.go(days=-1)
    with pytest.raises(LettersHeldError) as failed:
        record_batch(counter.workplace, counter.session, batch.id)
    assert codes(failed.value) == {"": "late_clock_back"}
    counter.clock.go(days=-20)
    with pytest.raises(ClockDoubtfulError):
        record_batch(counter.workplace, counter.session, batch.id)


def test_one_head_signs_for_one_agency(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    for code in (BIRTH, BURIAL):
        receive(place, session, Reception(code, person()))
    counter.clock.go(days=90)
    with pytest.raises(LettersHeldError) as failed:
        prepared(counter)
    assert codes(failed.value) == {"": "late_signer_agencies"}
    batch = prepared(counter, signer="")
    agencies = [each.agency for each in batch.letters]
    assert agencies == sorted(set(agencies)), "one pile for each head"


def give_back(counter: Counter, uid: str) -> None:
    """The result comes and is returned."""
    place, session = counter.workplace, counter.session
    papers = (ResultPaper("Giấy khai sinh"),)
    record(place, session, uid, ResultTakenIn(papers))
    record(place, session, uid, Returned(person(), papers, ReturnBasis.RECEIPT, "Phạm Thị Ví"))


def pages_of(pdf: bytes) -> list[str]:
    """Return the words of each page, spaces made one."""
    with pypdfium2.PdfDocument(pdf) as document:
        found = []
        for page in document:
            text = page.get_textpage()
            found.append(clean(" ".join(text.get_text_bounded().split())).replace("\u00a0", " "))
            text.close()
            page.close()
    return found

"""Letters of endings, delays and fees, read back: who signs, which time stood before, which sum."""

from __future__ import annotations

from datetime import timedelta

from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.steps import Receipt
from counter_app.domain.dates import paper_moment
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.papers.fonts import choose_fonts
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.money.payments import take_payment
from counter_app.services.printing.letters.making import make_letter
from counter_app.services.steps.closing import stop, supervisors
from counter_app.services.steps.recording import complain
from counter_app.services.steps.timing import apologise, extend
from tests.journeys.paper import words_on
from tests.made import person
from tests.services.conftest import Counter

FONTS = choose_fonts()
FEE = FeeLine("Lệ phí hộ tịch", FeeKind.CHARGE, 8_000, 2)


def _received(counter: Counter, *fees: FeeLine) -> Dossier:
    reception = Reception("1.004884", person(), entered_fees=fees)
    return receive(counter.workplace, counter.session, reception)


def _words(counter: Counter, dossier: Dossier, letter: str) -> str:
    document = make_letter(counter.workplace, counter.session, dossier, letter, FONTS)
    return words_on(document.pdf).replace("\u00a0", " ")


def test_the_agencys_head_signs_or_nobody_is_named(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    late = apologise(place, session, _received(counter).uid, "Quá tải")
    assert session.officer.name not in _words(counter, late, "apology")
    named = apologise(place, session, _received(counter).uid, "Quá tải", "Nguyễn Văn Dụ")
    assert "Nguyễn Văn Dụ" in _words(counter, named, "apology")
    stopped = stop(place, session, _received(counter).uid, "Có tranh chấp")
    assert session.officer.name not in _words(counter, stopped, "stop")
    said = complain(place, session, _received(counter).uid, "Chờ lâu", "Lê Văn Thử")
    words = _words(counter, said, "complaint")
    assert session.officer.name in words
    assert "Lê Văn Thử" in words


def test_an_extension_names_the_time_before_and_the_new_one(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    dossier = _received(counter)
    first = dossier.promise.due_at
    assert first is not None
    second, third = first + timedelta(days=7), first + timedelta(days=14)
    once = extend(place, session, dossier.uid, second, "Chờ ý kiến", "Nguyễn Văn Dụ")
    words = _words(counter, once, "extension")
    assert paper_moment(first) in words
    assert paper_moment(second) in words
    breach = Breach("extension_again", "Chờ giám định", supervisors(place)[0].id)
    twice = extend(place, session, dossier.uid, third, "Lại chờ", "Nguyễn Văn Dụ", [breach])
    words = _words(counter, twice, "extension")
    assert paper_moment(second) in words
    assert paper_moment(third) in words
    assert paper_moment(first) not in words


def test_a_fee_slip_says_the_sum_in_figures_and_words(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    dossier = _received(counter, FEE)
    paid = take_payment(
        place, session, dossier.uid, (FEE,), payer="Lê Văn Thử",
        receipt=Receipt("1C26TVD", "0000123", "ABC"),
    )  # fmt: skip
    words = _words(counter, paid, "fee_slip")
    for part in ("8.000", "Tám nghìn đồng", "Lê Văn Thử", "1C26TVD", "0000123", "× 2"):
        assert part in words
    assert "không thay thế biên lai" in words.lower()

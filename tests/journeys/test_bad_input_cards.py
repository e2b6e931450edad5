"""Cards that are none, cards that are damaged, codes that lead nowhere, acts that may not be.

At a real home: what a scanner typed goes through the reading to the dossier, or to a sentence.
"""

from __future__ import annotations

import dataclasses
import unicodedata
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from counter_app.app.home import Home, open_home
from counter_app.domain.acts.kinds import Body
from counter_app.domain.acts.received import Promise
from counter_app.domain.acts.results import ReturnBasis, Returned
from counter_app.domain.acts.steps import SupplementReceived, Withdrawn
from counter_app.domain.dates import VIETNAM
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import ClockDoubtfulError, FalseStepError
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.officers.appointment import may_receive
from counter_app.domain.officers.officer import Officer
from counter_app.domain.people.citizen_card import CardReading, NotACard, person_of, read_card
from counter_app.domain.people.person import Person
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception, plan
from counter_app.services.dossiers.stepping import find, record
from counter_app.wording.flags import FLAGS
from counter_app.wording.people import NOT_A_CARD
from counter_app.wording.people import REPAIRS as SHOWN_REPAIRS
from tests.journeys.bad_input import Kept, careful, kept, said, worded
from tests.journeys.conftest import enrolled_home
from tests.made import NOON, person
from tests.sandbox.running import RunningSandbox

BIRTH = "1.001193"
NUMBER = "001190000123"
CARD = f"{NUMBER}|012345678|Trần Thị Mẫu|02031990|Nữ|Tổ 5, Phường Phúc Xá, Ba Đình, Hà Nội|25122021"
OTHER_CARD = CARD.replace(NUMBER, "001190000999").replace("Trần", "Lê")


@contextmanager
def at_work(home: Path) -> Iterator[tuple[Home, Workplace, Session]]:
    """Open `home` with its first officer at the counter."""
    with open_home(home, plain_store=True) as opened:
        workplace = opened.workplace()
        yield opened, workplace, Session(workplace.reference.officers.officers[0], "online")


def _today() -> date:
    return datetime.now(VIETNAM).date()


def _one_more(before: Kept, home: Path) -> None:
    """One act was added, and everything that was there is there."""
    after = kept(home)
    assert (after.entries, after.waiting) == (before.entries + 1, before.waiting + 1)
    assert set(before.codes) < set(after.codes)
    assert not after.faults


NO_CARDS = {
    "nothing": "",
    "only the scanner's prefix": "]Q3\r\n",
    "too short": "0011",
    "cut before the name": CARD[:20],
    "number alone": NUMBER,
    "two persons at once": CARD + OTHER_CARD,
    "VNeID": "vneid://verify?token=" + "A" * 60,
    "signed token": "eyJhbGciOiJFUzI1NiJ9." + "A" * 90,
    "link": "https://dichvucong.example/tra-cuu?ma=1",
    "bank transfer": "00020101021138540010A00000072701240006970436",
    "passport": "P<VNMTRAN<<THI<MAU<<<<<<<<<<<<<<<<<<<<<<<<<<",
    "receipt barcode": "H26.15-250718-0123",
    "prose": "Xin chào, tôi muốn làm giấy khai sinh",
    "binary": "".join(map(chr, range(1, 200))),
    "a page of letters": "Z" * 1_000_000,
    "bars only": "|" * 40,
}


@pytest.mark.parametrize("text", NO_CARDS.values(), ids=NO_CARDS.keys())
def test_what_is_no_card_is_named(text: str) -> None:
    with_day = read_card(text, _today())
    assert isinstance(with_day, NotACard)
    words = NOT_A_CARD[with_day.why.value]
    assert all((words.what, words.safe, words.next))
    careful(words.filled({}))


def _changed(at: int, value: str) -> str:
    parts = CARD.split("|")
    parts[at] = value
    return "|".join(parts)


DAMAGED = {
    "cut after the name": "|".join(CARD.split("|")[:3]),
    "cut in the address": CARD[:60],
    "sex contradicts the number": _changed(4, "Nam"),
    "year contradicts the number": _changed(3, "02031991"),
    "unknown province": _changed(0, "999190000123"),
    "born tomorrow": _changed(3, "02032190").replace(NUMBER, "001490000123"),
    "born on 31 February": _changed(3, "31021990"),
    "issued before birth": _changed(6, "01011980"),
    "old number too short": _changed(1, "12345"),
    "digits in the name": _changed(2, "Trần Th1 Mẫu"),
    "letters lost": _changed(2, "Tr?n Th? M?u"),
    "code page 437": _changed(5, "Ph░▌ng Phúc Xá, Hà N┘i"),
    "no address": CARD.replace("|Tổ 5, Phường Phúc Xá, Ba Đình, Hà Nội", ""),
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_doubtful_card_is_said_and_serves_all_the_same(text: str, home: Path) -> None:
    before = kept(home)
    reading = read_card(text, _today())
    assert isinstance(reading, CardReading)
    worded(*reading.problems)
    assert not any(problem.is_false for problem in reading.problems)
    with at_work(home) as (_, workplace, session):
        dossier = receive(workplace, session, Reception(BIRTH, person_of(reading)))
    assert dossier.received.applicant.identity.number == reading.number
    _one_more(before, home)


REPAIRED: dict[str, Callable[[str], str]] = {
    "doubled": lambda text: text + text,
    "doubled, second cut": lambda text: text + text[:40],
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "mojibake": lambda text: text.encode().decode("latin-1"),
    "percent": urllib.parse.quote,
    "HTML": lambda text: text.encode("ascii", "xmlcharrefreplace").decode(),
}


@pytest.mark.parametrize("damage", REPAIRED.values(), ids=REPAIRED.keys())
def test_a_reversible_damage_is_undone_and_said(damage: Callable[[str], str]) -> None:
    reading = read_card(damage(CARD), _today())
    assert isinstance(reading, CardReading)
    assert reading.name == "Trần Thị Mẫu"
    assert reading.repairs
    assert all(SHOWN_REPAIRS[each] for each in reading.repairs)


CODES = {
    "nothing": ("", "work.code_unreadable"),
    "prose": ("hồ sơ của chị Mẫu", "work.code_unreadable"),
    "a card": (CARD, "work.code_unreadable"),
    "cut": ("H26.15-2611", "work.code_unreadable"),
    "two codes": ("H26.15-261120-0001 H26.15-261120-0002", "work.code_unreadable"),
    "binary": ("\x00\x01\x02", "work.code_unreadable"),
    "megabyte": ("9" * 1_000_000, "work.code_unreadable"),
    "another province": ("H01.15-261120-0001", "work.foreign_code"),
    "another office here": ("H26.99-261120-0001", "work.foreign_code"),
    "a ministry": ("G01.899-250718-0001", "work.foreign_code"),
    "never given": ("H26.15-200101-9999", "work.dossier_unknown"),
    "another counter's slip": ("HG99999-261120-0001", "work.dossier_unknown"),
    "no such day": ("H26.15-991399-0001", "work.dossier_unknown"),
}


@pytest.mark.parametrize(("text", "code"), CODES.values(), ids=CODES.keys())
def test_a_code_that_leads_nowhere_is_said(text: str, code: str, home: Path) -> None:
    before = kept(home)
    with at_work(home) as (_, workplace, _), pytest.raises(CounterError) as caught:
        find(workplace, text)
    said(caught.value, code)
    assert kept(home) == before


RECEPTIONS = {
    "procedure unknown": (Reception("9.999999", person()), "work.procedure_unknown"),
    "procedure is prose": (Reception("khai sinh", person()), "work.procedure_unknown"),
    "received in a ministry's system": (Reception("1.004222", person()), "work.false_step"),
    "received on the national portal": (Reception("2.000986", person()), "work.false_step"),
    "no name": (Reception(BIRTH, Person(name="")), "work.false_step"),
    "unknown case": (Reception(BIRTH, person(), case="Không có"), "work.false_step"),
    "date by hand, no reason": (
        Reception(BIRTH, person(), due_by_hand=NOON),
        "work.false_step",
    ),
    "no limit known": (Reception("1.012817", person()), "work.false_step"),
}


@pytest.mark.parametrize(("reception", "code"), RECEPTIONS.values(), ids=RECEPTIONS.keys())
def test_a_reception_that_may_not_be_is_said(reception: Reception, code: str, home: Path) -> None:
    before = kept(home)
    with at_work(home) as (_, workplace, session), pytest.raises(CounterError) as caught:
        receive(workplace, session, reception)
    said(caught.value, code)
    if isinstance(caught.value, FalseStepError):
        worded(*[each for each in caught.value.problems if each.is_false])
    assert kept(home) == before


def test_what_the_list_calls_unclear_doesn_t_stop_the_counter(home: Path) -> None:
    before = kept(home)
    with at_work(home) as (_, workplace, session):
        reception = Reception(BIRTH, person(), papers=())
        worded(*plan(workplace.reference, reception, workplace.clock.now().at).problems)
        receive(workplace, session, reception)
    _one_more(before, home)


FALSE_STEPS = {
    "returned before the result": Returned(person(), (), ReturnBasis.RECEIPT, "Phạm Thị Ví"),
    "withdrawn a second time": Withdrawn("đổi ý"),
    "supplement that nobody asked for": SupplementReceived((), Promise(NOON, "hand", "2026")),
}


@pytest.mark.parametrize("act", FALSE_STEPS.values(), ids=FALSE_STEPS.keys())
def test_a_step_that_would_be_false_is_said(act: Body, home: Path) -> None:
    with at_work(home) as (_, workplace, session):
        dossier = receive(workplace, session, Reception(BIRTH, person()))
        if isinstance(act, Withdrawn):
            record(workplace, session, dossier.uid, act)
        with unchanged(workplace), pytest.raises(FalseStepError) as caught:
            record(workplace, session, dossier.uid, act)
    said(caught.value, "work.false_step")
    worded(*caught.value.problems)


@contextmanager
def unchanged(workplace: Workplace) -> Iterator[None]:
    """See that what happens inside writes nothing."""
    with workplace.store.reading() as tx:
        before = tx.journal.count()
    yield
    with workplace.store.reading() as tx:
        assert tx.journal.count() == before


@dataclasses.dataclass
class WrongClock:
    """A machine whose battery died."""

    years: int

    def now(self) -> Moment:
        at = datetime.now(VIETNAM) - timedelta(days=365 * self.years)
        return Moment(at, ClockQuality.LOCAL)


@pytest.mark.parametrize("years", [1, 6, 40])
def test_a_clock_years_back_is_asked_about(years: int, home: Path) -> None:
    before = kept(home)
    with open_home(home, plain_store=True, clock=WrongClock(years)) as opened:
        workplace = opened.workplace()
        session = Session(workplace.reference.officers.officers[0], "online")
        with pytest.raises(ClockDoubtfulError) as caught:
            receive(workplace, session, Reception(BIRTH, person()))
    said(caught.value, "work.clock_doubtful")
    after = kept(home)
    assert after.codes == before.codes
    assert not after.faults


UNAPPOINTED = ("CB-005", "CB-010", "CB-003")
"""No decision at all; no longer active; appointed for another agency."""


@pytest.mark.parametrize("officer_id", UNAPPOINTED)
def test_an_officer_who_isn_t_appointed_is_flagged_never_stopped(
    officer_id: str, tmp_path: Path, province: RunningSandbox
) -> None:
    home = enrolled_home(tmp_path / "home", province, "3", plain=True)
    before = kept(home)
    with at_work(home) as (opened, workplace, _):
        officer = workplace.reference.officers.with_id(officer_id)
        assert isinstance(officer, Officer)
        dossier = receive(workplace, Session(officer, "online"), Reception(BIRTH, person()))
        procedure = workplace.reference.procedures.version_on(BIRTH, _today())
        assert procedure is not None
        worded(*may_receive(officer, procedure, _today()))
        report = opened.round()
        assert report.error is None
        with opened.store.reading() as tx:
            (received,) = tx.dossiers.timeline(dossier.uid)
            assert tx.deliveries.counts().to_send == 0
    assert kept(home).entries >= before.entries + 1
    assert "officer-not-appointed" in received.outcome.flags
    assert FLAGS["officer-not-appointed"]

"""Journeys with other people than one citizen for themselves, and with more than one paper."""

from __future__ import annotations

from datetime import date

from counter_app.desktop.presenters.reception.state import Block
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.people.person import Capacity, IdentityKind, PersonKind
from tests.journeys.cases import Case, Goal, receive
from tests.journeys.driver import Counter
from tests.journeys.hands import Effort
from tests.journeys.paper import codes_on, words_on
from tests.journeys.spool import Sheet
from tests.journeys.town import CounterHome
from tests.journeys.townspeople import BRIDE, DIRECTOR, GROOM, HASTY, MOTHER, VISITOR

CHILD = "Bùi Gia Mẫu"
COMPANY, TAX_CODE = "Công ty TNHH Mẫu", "0100109106"
FOREIGNER, PASSPORT = "Anna Muster", "C1234567"


def minor_with_guardian(at: Counter, _: CounterHome) -> Effort:
    """A child without a number yet; the mother's card says who comes for it."""
    with at.measured() as efforts:
        at.hands.think()
        at.hands.press("F4")
        at.until(lambda: at.shown.applicant.form, "the form is open")
        at.hands.press("Shift+Tab")
        at.hands.think()
        at.hands.press("6")
        at.hands.press("Return")
        at.hands.type(CHILD.lower())
        at.hands.press("Return")
        at.hands.think()
        at.hands.type("010626")
        at.hands.press("Return")
        at.hands.think()
        at.scan_card(MOTHER.card)
        at.hands.type("hoan kiem")
        at.hands.press("Return", "Return")
        at.hands.think()
        at.hands.type(MOTHER.phone)
        at.hands.press("Return")
        at.at(Block.PROCEDURE)
        at.hands.think()
        at.hands.type("lai khai sinh")
        at.hands.press("Return")
        at.at(Block.PAPERS)
        at.hands.think()
        at.hands.press("Return")
        at.at(Block.FEES)
        at.hands.press("Return")  # what it costs is told later
        sheet = receive(at)
    received = _dossier(at, sheet).received
    assert received.applicant.name == CHILD
    assert received.applicant.identity.kind is IdentityKind.NONE
    assert received.submitter is not None
    assert received.submitter.name == MOTHER.name
    assert received.submitter.identity.number == MOTHER.number
    assert received.submitter.phone == MOTHER.phone
    assert received.authority.capacity is Capacity.MOTHER
    assert MOTHER.name in words_on(sheet.pdf)
    return efforts[0]


def marriage(at: Counter, _: CounterHome) -> Effort:
    """Two persons: the second card becomes the related person."""
    with at.measured() as efforts:
        at.scan_card(BRIDE.card)
        at.hands.think()
        at.hands.type(BRIDE.phone)
        at.hands.press("Return")
        at.at(Block.PROCEDURE)
        at.scan_card(GROOM.card)
        at.hands.think()
        at.hands.press("2")
        at.at(Block.PROCEDURE)
        at.hands.think()
        at.hands.type("ket hon")
        at.hands.press("Return")
        at.at(Block.PAPERS)
        at.hands.think()
        at.hands.press("Return")
        sheet = receive(at)
    dossier = _dossier(at, sheet)
    assert dossier.received.applicant.name == BRIDE.name
    assert [each.person.name for each in dossier.received.related] == [GROOM.name]
    assert dossier.received.procedure.code == "1.000894"
    return efforts[0]


def several_dossiers(at: Counter, _: CounterHome) -> Effort:
    """Two matters of one visitor on one receipt: Ctrl+F9 keeps the people, F9 prints both."""
    papers = len(at.spool.sheets)
    with at.measured() as efforts:
        at.scan_card(VISITOR.card)
        at.hands.think()
        at.hands.type(VISITOR.phone)
        at.hands.press("Return")
        at.at(Block.PROCEDURE)
        at.hands.think()
        at.hands.press("Ctrl+1")
        at.at(Block.PAPERS)
        at.hands.think()
        at.hands.press("Return")
        at.at(Block.READY)
        at.hands.press("Ctrl+F9")
        at.until(lambda: at.draft.visit, "the first matter is received")
        at.at(Block.PROCEDURE)
        at.hands.think()
        at.hands.type("so goc")
        at.hands.press("Return")
        at.at(Block.PAPERS)
        at.hands.think()
        at.hands.press("Return")
        sheet = receive(at)
    at.until(lambda: at.draft.is_empty, "the page is empty again")
    codes = codes_on(sheet.pdf)
    assert len(codes) == 2, codes
    assert len(at.spool.sheets) == papers + 1
    for code in codes:
        assert at.dossier(code).received.applicant.name == VISITOR.name
        at.until(lambda code=code: at.dossier(code).printed, "both are known to be printed")
    return efforts[0]


def immediate_result(at: Counter, _: CounterHome) -> Effort:
    """A certified copy: received and returned in one stroke, no paper, yet two acts."""
    papers, before = len(at.spool.sheets), at.acts()
    with at.measured() as efforts:
        at.scan_card(HASTY.card)
        at.hands.think()
        at.hands.press("Return")  # no phone
        at.at(Block.PROCEDURE)
        at.hands.think()
        at.hands.type("0815")  # the end of the code that every officer knows
        at.hands.press("Return")
        at.at(Block.PAPERS)
        at.hands.think()
        at.hands.press("Return")
        at.at(Block.FEES)
        at.hands.think()
        at.hands.type("3")
        at.hands.press("F9")
        at.until(lambda: at.draft.is_empty, "the page is empty again")
    at.says("trả kết quả ngay")
    code = at.toast.split()[2].rstrip(",")
    dossier = at.dossier(code)
    assert dossier.status is Status.RETURNED
    assert dossier.received.applicant.name == HASTY.name
    assert at.acts() == before + 2
    assert len(at.spool.sheets) == papers, "no receipt unless it is asked for"
    return efforts[0]


def _dossier(at: Counter, sheet: Sheet) -> Dossier:
    """Return the one dossier that `sheet` is about, when the page is empty again."""
    at.until(lambda: at.draft.is_empty, "the page is empty again")
    codes = codes_on(sheet.pdf)
    assert len(codes) == 1, codes
    return at.dossier(codes.pop())


def company(at: Counter, _: CounterHome) -> Effort:
    """A company by its tax code; its director's card says who comes."""
    with at.measured() as efforts:
        at.hands.think()
        at.hands.type(TAX_CODE)
        at.hands.press("Return")
        at.until(lambda: at.shown.applicant.form, "the form is open")
        at.hands.type(COMPANY)
        at.hands.press("Return")
        at.hands.think()
        at.hands.type("hoan kiem")
        at.hands.press("Return", "Return")
        at.hands.think()
        at.scan_card(DIRECTOR.card)
        at.hands.think()
        at.hands.type(DIRECTOR.phone)
        at.hands.press("Return")
        at.at(Block.PROCEDURE)
        at.hands.think()
        at.hands.type("noi quy")
        at.hands.press("Return")
        at.at(Block.PAPERS)
        at.hands.think()
        at.hands.press("Return")
        sheet = receive(at)
    received = _dossier(at, sheet).received
    assert received.applicant.kind is PersonKind.BUSINESS
    assert received.applicant.name == COMPANY
    assert received.applicant.identity.number == TAX_CODE
    assert received.submitter is not None
    assert received.submitter.name == DIRECTOR.name
    assert received.authority.capacity is Capacity.LEGAL_REPRESENTATIVE
    for part in (COMPANY, DIRECTOR.name):
        assert part in words_on(sheet.pdf)
    return efforts[0]


def passport(at: Counter, _: CounterHome) -> Effort:
    """A foreigner by passport."""
    with at.measured() as efforts:
        at.hands.think()
        at.hands.type(PASSPORT.lower())
        at.hands.press("Return")
        at.until(lambda: at.shown.applicant.form, "the form is open")
        at.hands.type(FOREIGNER.lower())
        at.hands.press("Return")
        at.hands.type("duc")
        at.hands.press("Return")
        at.hands.think()
        at.hands.type("050588")
        at.hands.press("Return")
        at.hands.think()
        at.hands.type("hoan kiem")
        at.hands.press("Return", "Return", "Return")  # no street, no phone
        at.at(Block.PROCEDURE)
        at.hands.think()
        at.hands.press("Ctrl+1")
        at.at(Block.PAPERS)
        at.hands.think()
        at.hands.press("Return")
        sheet = receive(at)
    applicant = _dossier(at, sheet).received.applicant
    assert applicant.name == FOREIGNER
    assert applicant.identity.kind is IdentityKind.PASSPORT
    assert applicant.identity.number == PASSPORT
    assert applicant.identity.nationality == "DE"
    assert applicant.birth_date == date(1988, 5, 5)
    assert FOREIGNER in words_on(sheet.pdf)
    return efforts[0]


PEOPLE = (
    Case("J", "trẻ em chưa có số, mẹ quét thẻ", Goal(70, 33), minor_with_guardian),
    Case("K", "công ty, giám đốc quét thẻ", Goal(70, 31), company),
    Case("L", "hộ chiếu nước ngoài", Goal(50, 22), passport),
    Case("M", "kết hôn: hai thẻ, hai người", Goal(24, 16), marriage),
    Case("N", "hai hồ sơ trên một giấy", Goal(26, 17), several_dossiers),
    Case("O", "thủ tục trả kết quả ngay", Goal(12, 10), immediate_result),
)
"""UX sets no goal for these: what they take today, with a key or two to spare."""

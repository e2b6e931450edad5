"""Every way a dossier can end, played by keys in the real program, with the papers they made.

One journey for each ending of a week at a counter: on time, late with an apology, supplemented,
refused, withdrawn, stopped, by post, for another place, online, certified copies, another person
with a paper, a lost receipt.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from counter_app.desktop.presenters.reception.state import Block
from counter_app.desktop.presenters.returning.hand_over import RECEIPT
from counter_app.desktop.screens.detail.detail_page import DetailPage
from counter_app.domain.acts.results import ResultPaper, ReturnBasis
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.people.person import Capacity
from counter_app.services.counter.workplace import Workplace
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import take_result_in
from counter_app.services.money.shift import open_shift
from tests.journeys.driver import Counter
from tests.journeys.paper import codes_on, words_on
from tests.journeys.town import Town, person
from tests.journeys.townspeople import GROOM, stranger

LIMITED = "1.004884"  # Đăng ký lại khai sinh: five working days
RESULT = ResultPaper("Giấy khai sinh", "118/2026", abstract="bản chính")


@dataclass(frozen=True)
class Ending:
    """One ending: `play` returns the code of the dossier, "" without one, and it is closed."""

    name: str
    title: str
    papers: int
    play: Callable[[Counter, Town], str]


@dataclass(frozen=True)
class Ended:
    """What an ending took, and what came out of the printer."""

    ending: Ending
    code: str
    keys: int
    scans: int
    papers: tuple[bytes, ...]


def play_all(
    at: Counter, town: Town, heard: Callable[[Ended], None] = lambda _: None
) -> list[Ended]:
    """Play every ending at an open counter, one after the other."""
    found = []
    for ending in ENDINGS:
        before, papers = at.hands.effort, len(at.spool.sheets)
        code = ending.play(at, town)
        at.until(
            lambda papers=papers, ending=ending: len(at.spool.sheets) >= papers + ending.papers,
            f"{ending.papers} papers of {ending.name}",
        )
        effort = at.hands.effort - before
        sheets = tuple(sheet.pdf for sheet in at.spool.sheets[papers:])
        assert len(sheets) == ending.papers, f"{ending.name}: {len(sheets)} papers"
        for pdf in sheets:
            assert code in words_on(pdf), f"{ending.name}: {code} isn't on its paper"
        ended = Ended(ending, code, effort.keys, effort.scans, sheets)
        heard(ended)
        found.append(ended)
        at.clear()
    return found


# The endings.


def on_time(at: Counter, _: Town) -> str:
    """The result came, whoever submitted fetches it: F8, Enter."""
    dossier = _with_result(at, 0)
    _open(at, dossier)
    _return(at)
    return _ended(at, dossier, Status.RETURNED)


def late_with_apology(at: Counter, _: Town) -> str:
    """Late: the apology is printed and changes nothing of the promise; then it is returned."""
    yesterday = at.office.desk.now() - timedelta(days=1)
    late = Reception(
        LIMITED, person(stranger(1)), due_by_hand=yesterday, due_reason="hẹn theo giấy cũ"
    )
    dossier = receive(_place(at), at.office.desk.session, late)
    take_result_in(_place(at), at.office.desk.session, dossier, (RESULT,))
    due = dossier.promise
    _open(at, dossier)
    quick(at, "Xin lỗi vì trễ hẹn")
    at.says("Lý do chậm trả kết quả")
    at.hands.press("1")
    at.hands.press("Return")
    at.until(lambda: at.dossier(dossier.shown_code).apologies == 1, "the apology is written")
    assert at.dossier(dossier.shown_code).promise == due
    _return(at)
    return _ended(at, dossier, Status.RETURNED)


def supplemented(at: Counter, _: Town) -> str:
    """Asked for one more paper, brought, then returned."""
    dossier = _received(at, 2)
    code = dossier.shown_code
    _open(at, dossier)
    at.hands.press("F7")
    at.says("Nội dung cần bổ sung, hoàn thiện")
    at.hands.press("1")
    at.hands.press("Return")
    at.until(lambda: at.dossier(code).supplements, "it is asked for")
    at.says("Nhận bổ sung")
    at.hands.press("F7")
    at.says("Công dân nộp bổ sung")
    at.hands.press("Return")
    at.hands.press("Return")
    at.until(lambda: at.dossier(code).status is Status.RECEIVED, "it is taken in")
    take_result_in(_place(at), at.office.desk.session, at.dossier(code), (RESULT,))
    at.hands.press("F5")
    at.says("Trả kết quả")
    _return(at)
    return _ended(at, dossier, Status.RETURNED)


def refused(at: Counter, _: Town) -> str:
    """Not to be received after all: Mẫu 03."""
    dossier = _received(at, 3)
    _open(at, dossier)
    quick(at, "Từ chối tiếp nhận")
    at.says("Lý do không tiếp nhận giải quyết")
    at.hands.press("1", "Return")
    return _ended(at, dossier, Status.REFUSED)


def withdrawn(at: Counter, _: Town) -> str:
    """The citizen takes it back, with all papers."""
    dossier = _received(at, 4)
    _open(at, dossier)
    quick(at, "Rút hồ sơ")
    at.says("Lý do rút")
    at.hands.press("1", "Return")
    return _ended(at, dossier, Status.WITHDRAWN)


def stopped(at: Counter, _: Town) -> str:
    """The agency stops working on it."""
    dossier = _received(at, 5)
    _open(at, dossier)
    quick(at, "Dừng giải quyết")
    at.says("Lý do dừng giải quyết")
    at.hands.press("1", "Return")
    return _ended(at, dossier, Status.STOPPED)


def by_post(at: Counter, _: Town) -> str:
    """The result goes by post: the number of the parcel."""
    dossier, papers = _with_result(at, 6), len(at.spool.sheets)
    _open(at, dossier)
    quick(at, "Trả qua bưu chính")
    at.says("Số hiệu bưu gửi")
    at.hands.press("Return")
    at.hands.type("EB123456789VN")
    at.hands.press("Return", "Return")
    code = _ended(at, dossier, Status.RETURNED)
    returned = at.dossier(code).returned
    assert returned is not None
    assert returned.basis is ReturnBasis.POST
    assert "EB123456789VN" in words_on(at.paper(papers + 1).pdf)
    return code


def another_place(at: Counter, _: Town) -> str:
    """Phi địa giới: an agency elsewhere decides, the promise is an estimate on paper, too."""
    who, papers = stranger(7), len(at.spool.sheets)
    at.scan_card(who.card)
    at.until(lambda: at.shown.current is Block.APPLICANT, "the phone is asked")
    at.hands.type(who.phone)
    at.hands.press("Return")
    at.at(Block.PROCEDURE)
    at.hands.type("4884")
    at.hands.press("Return")
    at.at(Block.PAPERS)
    at.hands.press("Ctrl+Shift+P")
    at.says("Cơ quan giải quyết ở nơi khác")
    at.hands.type("UBND xa Thu, tinh Vi Du")
    at.hands.press("Return", "Return")
    at.until(lambda: at.draft.competent, "the agency is taken")
    while at.shown.current is not Block.READY:
        at.hands.press("Return")
    at.hands.press("F9")
    (code,) = codes_on(at.paper(papers + 1).pdf)
    dossier = at.dossier(code)
    assert dossier.received.non_territorial
    assert dossier.promise.estimate
    assert "dự kiến" in words_on(at.spool.sheets[papers].pdf).lower()
    take_result_in(_place(at), at.office.desk.session, dossier, (RESULT,))
    _open(at, dossier)
    _return(at)
    return _ended(at, dossier, Status.RETURNED)


def online(at: Counter, town: Town) -> str:
    """Submitted at the portal: it comes by the feed, F9 accepts it, and it is returned."""
    sent = town.sandbox.clerk.submit(LIMITED, person(stranger(8)))
    portal = str(sent["code"])

    def came() -> bool:
        with at.sitting.counter.home.store.reading() as tx:
            return tx.dossiers.by_code(portal) is not None

    at.office.show_page("unsent")
    at.hands.press("F5")
    at.until(came, "the feed brings it", seconds=60)
    at.office.show_page("incoming")
    at.hands.scan(portal)
    at.until(lambda: portal in at.title, "its page comes")
    at.hands.press("F9")
    at.says("Tiếp nhận và in giấy tiếp nhận")
    at.hands.press("F9")
    at.until(lambda: at.dossier(portal).status is Status.RECEIVED, "it is received")
    dossier = at.dossier(portal)
    take_result_in(_place(at), at.office.desk.session, dossier, (RESULT,))
    at.hands.press("F5")
    at.says("Trả kết quả")
    _return(at)
    return _ended(at, dossier, Status.RETURNED)


def certified_copies(at: Counter, _: Town) -> str:
    """Three keys; a slip because the citizen asks for one."""
    before = open_shift(_place(at), at.office.desk.session).cash
    at.hands.press("Ctrl+B")
    at.hands.type("5")
    at.hands.press("Return")
    at.until(
        lambda: open_shift(_place(at), at.office.desk.session).cash == before + 7_000,
        "it is in the book",
    )
    at.says("Đã ghi số")
    at.hands.press("F10")
    return ""


def another_person(at: Counter, _: Town) -> str:
    """Somebody else fetches it with a paper: the card is scanned, the capacity chosen."""
    dossier = _with_result(at, 9)
    _open(at, dossier)
    at.hands.press("F8")
    at.says("Trả kết quả và in biên nhận")
    at.hands.scan(GROOM.card)
    at.says(GROOM.name)
    at.hands.press("Return")
    code = _ended(at, dossier, Status.RETURNED)
    returned = at.dossier(code).returned
    assert returned is not None
    assert returned.receiver.name == GROOM.name
    assert returned.authority.capacity is not Capacity.SELF
    return code


def lost_receipt(at: Counter, _: Town) -> str:
    """The receipt is lost: its tick is taken off, the card stands for it."""
    who = stranger(10)
    dossier = _with_result(at, 10)
    _open(at, dossier)
    at.hands.press("F8")
    at.says("Trả kết quả và in biên nhận")
    at.hands.scan(who.card)
    at.says("Khớp chủ hồ sơ")
    page = at.office.page
    assert isinstance(page, DetailPage)
    at.hands.press(next(key for key, name in page._panel.presenter._items() if name == RECEIPT))
    at.hands.press("Return")
    code = _ended(at, dossier, Status.RETURNED)
    returned = at.dossier(code).returned
    assert returned is not None
    assert returned.basis is ReturnBasis.LOST_RECEIPT
    return code


ENDINGS = (
    Ending("đúng hạn", "trả kết quả đúng hạn", 1, on_time),
    Ending("trễ, xin lỗi", "quá hạn, phiếu xin lỗi, rồi trả", 2, late_with_apology),
    Ending("bổ sung", "yêu cầu bổ sung, nhận bổ sung, trả", 3, supplemented),
    Ending("từ chối", "từ chối tiếp nhận giải quyết", 1, refused),
    Ending("rút", "công dân rút hồ sơ", 1, withdrawn),
    Ending("dừng", "dừng giải quyết", 1, stopped),
    Ending("bưu chính", "trả qua bưu chính", 1, by_post),
    Ending("phi địa giới", "tiếp nhận, cơ quan nơi khác giải quyết, trả", 2, another_place),
    Ending("trực tuyến", "nộp trực tuyến, tiếp nhận, trả", 2, online),
    Ending("chứng thực", "chứng thực bản sao, phiếu thu", 1, certified_copies),
    Ending("người khác nhận", "người được ủy quyền nhận", 1, another_person),
    Ending("mất giấy", "mất giấy tiếp nhận, đối chiếu thẻ", 1, lost_receipt),
)


# What they share.


def quick(at: Counter, words: str) -> None:
    """Choose an act of the quick line by its words: typed, arrows down to it, Enter."""
    at.hands.press("Ctrl+K")
    at.hands.type(words)
    presenter = at.office.pages._palette_presenter
    key = f"command {words}"
    at.until(lambda: key in [each.key for each in presenter._entries], f"“{words}” is offered")
    while presenter._entries[presenter._current].key != key:
        at.hands.press("Down")
    at.hands.press("Return")


def _place(at: Counter) -> Workplace:
    return at.sitting.counter.workplace


def _received(at: Counter, number: int) -> Dossier:
    reception = Reception(LIMITED, person(stranger(number)))
    return receive(_place(at), at.office.desk.session, reception)


def _with_result(at: Counter, number: int) -> Dossier:
    dossier = _received(at, number)
    session = at.office.desk.session
    return take_result_in(_place(at), session, dossier, (RESULT,))


def _open(at: Counter, dossier: Dossier) -> None:
    at.hands.scan(dossier.shown_code)
    at.until(lambda: dossier.shown_code in at.title, "its page comes")
    at.says(dossier.received.applicant.name)


def _return(at: Counter) -> None:
    at.hands.press("F8")
    at.says("Trả kết quả và in biên nhận")
    at.hands.press("Return")


def _ended(at: Counter, dossier: Dossier, status: Status) -> str:
    code = dossier.shown_code
    at.until(lambda: at.dossier(code).status is status, f"{code} is {status.name}")
    return code


def keep(ended: list[Ended], folder: Path) -> None:
    """Write the papers of every ending as files, to be looked at."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, each in enumerate(ended, 1):
        for place, pdf in enumerate(each.papers, 1):
            (folder / f"{number:02}-{each.ending.name}-{place}.pdf").write_bytes(pdf)

"""The return of a result, over a real store: receiver, ticks, one Enter, one slip."""

from __future__ import annotations

import dataclasses
import io
from dataclasses import dataclass, field

import pypdfium2
import pytest

from counter_app.desktop.notice import NoticeKind
from counter_app.desktop.presenters.detail.paper_out import PaperOut
from counter_app.desktop.presenters.returning.result_return import ResultReturn
from counter_app.desktop.presenters.returning.return_state import (
    OtherPerson,
    ReceiverKind,
    ReturnState,
)
from counter_app.domain.acts.decisions import Finished
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import ResultDelivery, ResultWay
from counter_app.domain.acts.results import ResultPaper, ReturnBasis
from counter_app.domain.acts.steps import SupplementItem, SupplementRequested, Withdrawn
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.people.citizen_card import CardReading
from counter_app.domain.people.person import (
    Authority,
    Capacity,
    Identity,
    IdentityKind,
    Person,
    RelatedPerson,
)
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import return_result, take_result_in
from counter_app.services.dossiers.stepping import find, record
from tests.desktop.conftest import Desktop
from tests.made import NOON, person

BIRTH = "1.001193"
RESULTS = (
    ResultPaper("Giấy khai sinh", "118/2026", abstract="bản chính"),
    ResultPaper("Trích lục khai sinh", abstract="bản sao", copies=2),
)
APPLICANT = CardReading("001184000123", "TRẦN THỊ MẪU")
STRANGER = CardReading("001084000124", "Lê Văn Thử")


@dataclass
class ShownReturn:
    """What the panel would show."""

    states: list[ReturnState] = field(default_factory=list)
    done: list[Dossier] = field(default_factory=list)
    focused: list[str] = field(default_factory=list)

    @property
    def state(self) -> ReturnState:
        return self.states[-1]

    def present(self, state: ReturnState) -> None:
        self.states.append(state)

    def focus_name(self) -> None:
        self.focused.append("name")

    def focus_proceed(self) -> None:
        self.focused.append("proceed")

    def returned(self, dossier: Dossier) -> None:
        self.done.append(dossier)


@dataclass
class Panel:
    """The panel over a desk, with its view."""

    desktop: Desktop
    view: ShownReturn
    presenter: ResultReturn

    def receive(self, **changes: object) -> Dossier:
        counter = self.desktop.counter
        given = {"applicant": person(), **changes}
        return receive(counter.workplace, counter.session, Reception(BIRTH, **given))  # type: ignore[arg-type]

    def waiting(self, **changes: object) -> Dossier:
        """Return a dossier whose result lies at the counter."""
        counter = self.desktop.counter
        return take_result_in(counter.workplace, counter.session, self.receive(**changes), RESULTS)

    def slip(self) -> str:
        """Return the text of the slip that came out."""
        document = pypdfium2.PdfDocument(io.BytesIO(self.desktop.tray.sheets[-1].document.pdf))
        try:
            text = "\n".join(page.get_textpage().get_text_range() for page in document)
            return text.replace("\u00a0", " ")
        finally:
            document.close()


@pytest.fixture
def panel(desktop: Desktop) -> Panel:
    view = ShownReturn()
    papers = PaperOut(desktop.desk, lambda change: None)
    return Panel(desktop, view, ResultReturn(desktop.desk, view, papers))


def test_enter_returns_everything_to_whoever_submitted(panel: Panel) -> None:
    mother = Person("Lê Thị Thử", phone="0900000789")
    panel.presenter.start(panel.waiting(submitter=mother, authority=Authority(Capacity.MOTHER)))
    state = panel.view.state
    assert state.standing is None
    assert state.receiver is not None
    assert state.receiver.kind is ReceiverKind.EXPECTED
    assert state.receiver.detail == "người nộp, mẹ · chưa quét thẻ"
    assert [item.text for item in state.given] == [
        "Giấy khai sinh, bản chính, số 118/2026",
        "Trích lục khai sinh, bản sao",
    ]
    assert all(item.ticked for item in state.given)
    assert (state.proceed, state.reason) == ("Trả kết quả và in biên nhận", "")
    assert panel.view.focused == ["proceed"]
    panel.presenter.confirm()
    (after,) = panel.view.done
    assert after.status is Status.RETURNED
    assert after.returned is not None
    assert after.returned.receiver == mother
    assert after.returned.authority.capacity is Capacity.MOTHER
    assert after.returned.basis is ReturnBasis.RECEIPT
    assert after.returned.originals_returned == ()
    assert "118/2026" in panel.slip()
    assert panel.desktop.notices[-1].bold == "Đã trả kết quả cho Lê Thị Thử."
    assert panel.desktop.nudges
    printed = find(panel.desktop.counter.workplace, after.code).printed
    assert printed[-1].form == "result_slip"


def test_the_applicants_card_is_the_tick(panel: Panel) -> None:
    panel.presenter.start(panel.waiting(submitter=Person("Lê Thị Thử")))
    assert panel.presenter.card(APPLICANT, NOON)
    state = panel.view.state
    assert state.receiver is not None
    assert state.receiver.kind is ReceiverKind.MATCHED
    assert state.receiver.detail == "0011••••0123 · đúng chủ hồ sơ · thẻ đọc 10:00"
    assert panel.desktop.notices[-1].rest == "Khớp chủ hồ sơ."
    panel.presenter.confirm()
    returned = panel.view.done[-1].returned
    assert returned is not None
    assert returned.receiver == person()
    assert returned.authority == Authority()


def test_a_card_with_another_name_is_taken_and_said(panel: Panel) -> None:
    panel.presenter.start(panel.waiting())
    panel.presenter.card(dataclasses.replace(APPLICANT, name="Trần Thị Mẫu Hai"), NOON)
    assert panel.view.state.warnings == ("Tên trên thẻ khác tên trong hồ sơ: đối chiếu giấy tờ.",)
    assert panel.view.state.reason == ""


def test_an_old_number_and_a_name_alone_match_too(panel: Panel) -> None:
    old = Person("Trần Thị Mẫu", identity=Identity(IdentityKind.OLD_CARD, "012345678"))
    panel.presenter.start(panel.waiting(applicant=old))
    panel.presenter.card(dataclasses.replace(APPLICANT, old_number="012345678"), NOON)
    assert panel.view.state.receiver is not None
    assert panel.view.state.receiver.kind is ReceiverKind.MATCHED
    nameless = Person("Trần Thị Mẫu")
    panel.presenter.start(panel.waiting(applicant=nameless))
    panel.presenter.card(APPLICANT, NOON)
    assert panel.view.state.receiver.kind is ReceiverKind.MATCHED
    panel.presenter.confirm()
    returned = panel.view.done[-1].returned
    assert returned is not None
    assert returned.receiver.identity.number == APPLICANT.number


def test_a_strangers_card_opens_the_form_with_what_it_says(panel: Panel) -> None:
    panel.presenter.start(panel.waiting())
    assert panel.presenter.card(STRANGER, NOON)
    state = panel.view.state
    assert state.other is not None
    assert (state.other.typed.name, state.other.typed.number) == ("Lê Văn Thử", "001084000124")
    assert state.other.capacity_words == "Người được ủy quyền"
    assert panel.desktop.notices[-1].kind is NoticeKind.WARN
    panel.presenter.type(
        dataclasses.replace(state.other.typed, paper_number="07", paper_date="30/6/2025")
    )
    panel.presenter.confirm()
    returned = panel.view.done[-1].returned
    assert returned is not None
    assert returned.receiver.name == "Lê Văn Thử"
    assert returned.authority.paper_number == "07"
    assert "Lê Văn Thử" in panel.slip()


def test_a_related_person_is_named_as_one(panel: Panel) -> None:
    wife = RelatedPerson(person("Lê Thị Thử", "001184000127"), "vợ")
    panel.presenter.start(panel.waiting(related=(wife,)))
    panel.presenter.card(CardReading("001184000127", "Lê Thị Thử"), NOON)
    state = panel.view.state
    assert state.other is not None
    assert state.receiver is not None
    assert "người liên quan" in state.receiver.detail


def test_somebody_else_is_typed(panel: Panel) -> None:
    panel.presenter.start(panel.waiting())
    assert panel.presenter.somebody_else()
    assert panel.view.focused[-1] == "name"
    assert panel.view.state.reason == "Ghi họ tên người nhận."
    panel.presenter.confirm()
    assert panel.view.done == []
    assert panel.view.state.other is not None
    assert panel.view.state.other.name_problem
    panel.presenter.type(OtherPerson(name="Lê  Văn Thử", number="12", paper_date="32/13"))
    other = panel.view.state.other
    assert other.number_doubt.startswith("Số định danh phải có 12 chữ số")
    assert "32/13" in other.date_problem
    assert panel.view.state.reason == other.date_problem
    panel.presenter.type(
        OtherPerson("Lê  Văn Thử", "001084000124", "0900000999", "guardian", "", "")
    )
    assert panel.view.state.other.paper_doubt == ""
    panel.presenter.confirm()
    returned = panel.view.done[-1].returned
    assert returned is not None
    assert returned.receiver == Person(
        "Lê Văn Thử",
        identity=Identity(IdentityKind.CITIZEN_CARD, "001084000124"),
        phone="0900000999",
    )
    assert returned.authority.capacity is Capacity.GUARDIAN


def test_a_missing_paper_of_authority_is_said_and_does_not_stop(panel: Panel) -> None:
    panel.presenter.start(panel.waiting())
    panel.presenter.somebody_else()
    panel.presenter.type(OtherPerson(name="Lê Văn Thử", number="B1234567"))
    panel.desktop.jobs.hold()
    panel.presenter.confirm()
    assert panel.view.state.other is not None
    assert panel.view.state.other.paper_doubt.startswith("Chưa ghi số giấy.")
    assert panel.view.state.reason == "Đang ghi…"
    panel.presenter.confirm()
    panel.desktop.jobs.release()
    assert len(panel.view.done) == 1
    returned = panel.view.done[0].returned
    assert returned is not None
    assert returned.receiver.identity.kind is IdentityKind.PASSPORT


def test_the_form_closes_again(panel: Panel) -> None:
    panel.presenter.start(panel.waiting())
    panel.presenter.somebody_else()
    panel.presenter.somebody_else()
    assert panel.view.state.other is None
    assert panel.view.state.receiver is not None
    assert panel.view.state.receiver.name == "Trần Thị Mẫu"


def test_ticks_by_digits(panel: Panel) -> None:
    panel.presenter.start(panel.waiting())
    state = panel.view.state
    assert [item.key for item in (*state.given, *state.taken)][:3] == ["1", "2", "3"]
    originals = state.taken[:-1]
    assert originals
    assert not any(item.ticked for item in originals)
    assert panel.presenter.press("2")
    assert panel.presenter.press("3")
    assert not panel.presenter.press("9")
    assert not panel.view.state.given[1].ticked
    receipt = panel.view.state.taken[-1]
    assert panel.presenter.press(receipt.key)
    assert panel.view.state.taken[-1].right == "công dân làm mất"
    assert panel.view.state.warnings == (
        "Mất giấy tiếp nhận: đối chiếu thẻ căn cước của người nhận.",
    )
    panel.presenter.confirm()
    after = panel.view.done[-1]
    assert after.returned is not None
    assert after.returned.results == RESULTS[:1]
    assert after.returned.basis is ReturnBasis.LOST_RECEIPT
    assert len(after.returned.originals_returned) == 1


def test_nothing_ticked_is_nothing_returned(panel: Panel) -> None:
    panel.presenter.start(panel.waiting())
    panel.presenter.press("1")
    panel.presenter.press("2")
    assert panel.view.state.reason == "Đánh dấu ít nhất một giấy tờ kết quả."
    panel.presenter.confirm()
    assert panel.view.done == []


def test_a_finished_dossier_is_taken_in_and_returned_in_one_stroke(panel: Panel) -> None:
    dossier = panel.receive()
    counter = panel.desktop.counter
    finished = record(
        counter.workplace, counter.session, dossier.uid, Finished(RESULTS[:1], "Nguyễn Văn Mẫu")
    )
    panel.presenter.start(finished)
    state = panel.view.state
    assert state.standing is not None
    assert state.proceed == "Nhận về, trả và in biên nhận"
    panel.presenter.confirm()
    kinds = [step.kind for step in panel.view.done[-1].steps]
    assert kinds == [Kind.RECEIVED, Kind.FINISHED, Kind.RESULT_TAKEN_IN, Kind.RETURNED]


def test_at_work_it_says_so_and_a_result_on_the_table_counts(panel: Panel) -> None:
    panel.presenter.start(panel.receive())
    state = panel.view.state
    assert state.standing is not None
    assert state.standing.bold.startswith("Chưa có kết quả. Hẹn ")
    assert state.receiver is None
    assert (state.given, state.taken) == ((), ())
    assert state.reason == "Chưa có kết quả để trả."
    assert state.arrived is not None
    assert not panel.presenter.card(APPLICANT, NOON)
    assert not panel.presenter.somebody_else()
    panel.presenter.confirm()
    assert panel.view.done == []
    assert panel.presenter.press("1")
    state = panel.view.state
    assert state.arrived is not None
    assert state.arrived.ticked
    assert state.given
    assert state.given[0].key == "1"
    panel.presenter.confirm()
    assert panel.view.done[-1].status is Status.RETURNED
    assert panel.view.done[-1].returned is not None
    assert panel.view.done[-1].returned.results


@pytest.mark.parametrize("end", ["returned", "withdrawn", "paused"])
def test_there_is_nothing_to_return(panel: Panel, end: str) -> None:
    counter = panel.desktop.counter
    if end == "returned":
        dossier = return_result(counter.workplace, counter.session, panel.waiting())
        said = "Đã trả cho Trần Thị Mẫu lúc 10:00 20/11/2026."
    elif end == "withdrawn":
        dossier = panel.receive()
        dossier = record(counter.workplace, counter.session, dossier.uid, Withdrawn("đổi ý"))
        said = "Hồ sơ đã kết thúc: công dân rút hồ sơ."
    else:
        asked = SupplementRequested((SupplementItem("Tờ khai"),))
        dossier = record(counter.workplace, counter.session, panel.receive().uid, asked)
        said = "Hồ sơ đang tạm dừng, chờ công dân."
    panel.presenter.start(dossier)
    state = panel.view.state
    assert state.standing is not None
    assert state.standing.bold == said
    assert state.arrived is None
    assert not panel.presenter.press("1")
    panel.presenter.confirm()
    assert panel.view.done == []


def test_post_is_reminded(panel: Panel) -> None:
    delivery = ResultDelivery(ResultWay.POST, address="Số 12")
    panel.presenter.start(panel.waiting(delivery=delivery))
    assert panel.view.state.standing is not None
    assert "bưu chính" in panel.view.state.standing.bold
    assert panel.view.state.reason == ""


def test_what_another_counter_did_meanwhile_is_said_and_nothing_is_lost(panel: Panel) -> None:
    dossier = panel.waiting()
    panel.presenter.start(dossier)
    counter = panel.desktop.counter
    return_result(counter.workplace, counter.session, dossier)
    panel.presenter.confirm()
    assert panel.view.done == []
    assert "đã kết thúc" in panel.view.state.error
    assert panel.desktop.tray.sheets == []


def test_a_jam_is_not_a_lost_return(panel: Panel) -> None:
    panel.desktop.tray.no_paper()
    panel.presenter.start(panel.waiting())
    panel.presenter.confirm()
    assert panel.view.done[-1].status is Status.RETURNED
    assert panel.desktop.notices[-1].kind is NoticeKind.ERROR
    assert "Đã trả kết quả" in panel.desktop.notices[-1].bold


def test_asked_again_the_ticks_stay(panel: Panel) -> None:
    dossier = panel.waiting()
    panel.presenter.start(dossier)
    panel.presenter.press("2")
    panel.presenter.start(dossier)
    assert not panel.view.state.given[1].ticked
    panel.presenter.stop()
    panel.presenter.confirm()
    assert panel.view.done == []
